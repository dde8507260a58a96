package dev.quintet.topology;

import dev.quintet.domain.order.Ids;
import dev.quintet.domain.order.OrderEvent;
import dev.quintet.domain.view.OrderMessage;
import dev.quintet.domain.view.OrderView;
import dev.quintet.wire.FactKeys;
import dev.quintet.wire.MessageKeys;
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

    /** Takes a fact in and gives the order before and after it; null when the fact does not follow the one before it. */
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
            forget(key, earlier, fact.occurredAt());
        }
        if (fact.version() != (before == null ? 1 : before.version() + 1)) {
            return null;
        }
        var after = OrderView.apply(before, fact);
        views.put(key, after);
        recent.put(key, after);
        facts.put(FactKeys.of(key, fact.version()), fact);
        // The first says what was ordered, so it stays.
        if (fact.version() > factsMax) {
            facts.delete(FactKeys.of(key, fact.version() - factsMax + 1));
        }
        return new Change(key, earlier, before, after);
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
