package dev.quintet.topology;

import dev.quintet.domain.order.Ids;
import dev.quintet.domain.order.OrderEvent;
import dev.quintet.domain.view.OrderMessage;
import dev.quintet.domain.view.OrderView;
import dev.quintet.wire.FactKeys;
import dev.quintet.wire.MessageKeys;
import dev.quintet.wire.PoisonOfMeaningException;
import dev.quintet.wire.Stores;
import java.time.Instant;
import java.util.function.Predicate;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** The orders of one partition and their facts, as {@link ProjectOrders} keeps them. */
final class OrderViewStores {
    private final KeyValueStore<String, OrderView> views;
    private final KeyValueStore<String, OrderEvent> facts;
    private final KeyValueStore<String, OrderMessage> messages;
    private final RecentOrders recent = new RecentOrders();
    private final int factsMax;

    OrderViewStores(ProcessorContext<?, ?> context, int factsMax) {
        views = context.getStateStore(Stores.ORDER_VIEWS);
        facts = context.getStateStore(Stores.ORDER_FACTS);
        messages = context.getStateStore(Stores.ORDER_MESSAGES);
        this.factsMax = factsMax;
    }

    /**
     * Takes a fact in and gives the order before and after it; null when the fact was taken in before.
     *
     * @throws PoisonOfMeaningException when the fact can't follow what happened before it
     */
    @Nullable
    Change apply(OrderEvent fact) {
        var key = fact.orderId();
        var before = find(key);
        if (before != null && !before.customerId().equals(fact.customerId())) {
            key = Ids.ofCustomer(fact.customerId(), fact.orderId());
            before = find(key);
        }
        OrderView earlier = null;
        if (before != null && before.livesAgainWith(fact)) {
            earlier = before;
            before = null;
        }
        long version = before == null ? 0 : before.version();
        if (fact.version() <= version && isKnown(key, fact)) {
            return null;
        }
        if (fact.version() != version + 1) {
            throw new PoisonOfMeaningException("Fact " + fact.version() + " of order " + fact.orderId()
                    + " can't follow fact " + version + " of it");
        }
        var after = after(before, fact);
        if (earlier != null) {
            forget(key, earlier, fact.occurredAt());
        }
        views.put(key, after);
        recent.put(key, after);
        facts.put(FactKeys.of(key, fact.version()), fact);
        // The first says what was ordered, so it stays.
        if (fact.version() > factsMax) {
            facts.delete(FactKeys.of(key, fact.version() - factsMax + 1));
        }
        return new Change(key, earlier, before, after);
    }

    /** One that is no longer kept is taken for the one that was. */
    private boolean isKnown(String key, OrderEvent fact) {
        var known = facts.get(FactKeys.of(key, fact.version()));
        return known == null || known.equals(fact);
    }

    private static OrderView after(@Nullable OrderView before, OrderEvent fact) {
        try {
            return OrderView.apply(before, fact);
        } catch (IllegalArgumentException e) {
            throw new PoisonOfMeaningException(String.valueOf(e.getMessage()));
        }
    }

    private @Nullable OrderView find(String key) {
        var order = recent.get(key);
        return order == null ? views.get(key) : order;
    }

    /**
     * What a fact made of an order.
     *
     * @param key that of the order's view
     * @param earlier the order that had the id and was replaced by this fact; mostly null
     */
    record Change(
            String key,
            @Nullable OrderView earlier,
            @Nullable OrderView before,
            OrderView after) {}

    /** Forgets an order, its facts, and the messages about it. */
    void delete(String key) {
        var order = views.delete(key);
        recent.remove(key);
        if (order != null) {
            forget(key, order, Instant.MAX);
        }
    }

    /** Forgets the facts of an order, and the messages about it that are older than an instant. */
    private void forget(String key, OrderView order, Instant olderThan) {
        delete(facts, FactKeys.first(key), FactKeys.last(key), _ -> true);
        var customerId = order.customerId();
        var orderId = order.orderId();
        delete(
                messages,
                MessageKeys.first(customerId, orderId),
                MessageKeys.last(customerId, orderId),
                message -> message.isOlderThan(olderThan));
    }

    private static <V> void delete(KeyValueStore<String, V> store, String first, String last, Predicate<V> which) {
        try (var rows = store.range(first, last)) {
            while (rows.hasNext()) {
                var row = rows.next();
                if (which.test(row.value)) {
                    var _ = store.delete(row.key);
                }
            }
        }
    }

    KeyValueStore<String, OrderView> views() {
        return views;
    }
}
