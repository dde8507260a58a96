package dev.quintet.http.query;

import dev.quintet.domain.order.Ids;
import dev.quintet.domain.order.OrderEvent;
import dev.quintet.domain.order.OrderFact;
import dev.quintet.domain.view.OrderMessage;
import dev.quintet.domain.view.OrderView;
import dev.quintet.wire.FactKeys;
import dev.quintet.wire.MessageKeys;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What a shard knows of orders. */
public final class OrderQueries {
    /** An order that was placed a moment ago may not be in the view yet. */
    private static final Duration PLACED_A_MOMENT_AGO = Duration.ofSeconds(2);

    private final Feed<OrderEvent> feed;

    /** An order, and the key that its view and its facts are kept under. */
    public record Found(String key, OrderView view) {}

    public OrderQueries(Feed<OrderEvent> feed) {
        this.feed = feed;
    }

    /**
     * The order with an id; null when there is none.
     *
     * @param customerId whose, in case that two customers chose the same id; null for the one who was first
     */
    public @Nullable Found find(Shard shard, String orderId, @Nullable String customerId) {
        var first = get(shard, orderId);
        if (customerId == null || (first != null && first.view().customerId().equals(customerId))) {
            return first;
        }
        return get(shard, Ids.ofCustomer(customerId, orderId));
    }

    private static @Nullable Found get(Shard shard, String key) {
        OrderView view = shard.get(View.ORDERS, key);
        return view == null ? null : new Found(key, view);
    }

    /** The order with an id, like {@link #find}; one that was placed a moment ago is waited for. */
    public @Nullable Found findSoon(Shard shard, String orderId, @Nullable String customerId)
            throws InterruptedException {
        return await(shard, orderId, customerId, _ -> true, PLACED_A_MOMENT_AGO);
    }

    /**
     * The order once it is as somebody waits for it to be, or as it is when that takes too long; null when there is none
     * by then. Looks again only when a fact came in.
     */
    public @Nullable Found await(
            Shard shard, String orderId, @Nullable String customerId, Predicate<OrderView> isAwaited, Duration patience)
            throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        try (var facts = feed.subscribe(orderId)) {
            while (true) {
                var order = find(shard, orderId, customerId);
                var left = Duration.ofNanos(deadline - System.nanoTime());
                if ((order != null && isAwaited.test(order.view())) || left.isNegative()) {
                    return order;
                }
                var _ = facts.poll(left);
            }
        }
    }

    /** Tells of the facts of an order from now on, and of those of another under the same id. */
    public Feed.Subscription<OrderEvent> listen(String orderId) {
        return feed.subscribe(orderId);
    }

    /** What makes a fact happen. */
    @FunctionalInterface
    public interface Trigger {
        void run() throws InterruptedException;
    }

    /** Whether a fact happens to an order after {@code trigger}, in time. */
    public boolean happens(String orderId, Trigger trigger, Predicate<OrderFact> isIt, Duration patience)
            throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        try (var facts = feed.subscribe(orderId)) {
            trigger.run();
            while (true) {
                var fact = facts.poll(Duration.ofNanos(deadline - System.nanoTime()));
                if (fact == null || isIt.test(fact.fact())) {
                    return fact != null;
                }
            }
        }
    }

    /** The facts of an order that are kept, from a version on, oldest first. */
    public List<OrderEvent> facts(Shard shard, Found order, long from) {
        return shard
                .range(View.FACTS, FactKeys.of(order.key(), from), FactKeys.last(order.key()), Integer.MAX_VALUE)
                .stream()
                .map(Shard.Row::value)
                .toList();
    }

    /** What was told to the customer of an order. */
    public List<OrderMessage> messages(Shard shard, OrderView order) {
        var first = MessageKeys.first(order.customerId(), order.orderId());
        var last = MessageKeys.last(order.customerId(), order.orderId());
        return shard.range(View.MESSAGES, first, last, Integer.MAX_VALUE).stream()
                .map(Shard.Row::value)
                .toList();
    }

    /** The order as it was at an instant, by the facts that are kept; null when it was not yet placed. */
    public @Nullable OrderView at(Shard shard, Found order, Instant instant) {
        OrderView then = null;
        for (var fact : facts(shard, order, 1)) {
            if (fact.occurredAt().isAfter(instant)) {
                break;
            }
            then = OrderView.apply(then, fact);
        }
        return then;
    }
}
