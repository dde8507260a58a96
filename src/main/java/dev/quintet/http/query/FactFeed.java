package dev.quintet.http.query;

import dev.quintet.domain.order.OrderEvent;
import dev.quintet.domain.view.FactListener;
import dev.quintet.domain.view.OrderView;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Tells whoever waits for an order of the facts that this pod's views take in. Costs a look-up when nobody waits. */
public final class FactFeed implements FactListener {
    /** An order's whole life is some ten facts. Who lets so many pass is not waiting any more. */
    private static final int BACKLOG_MAX = 256;

    private final Map<String, Set<Subscription>> subscriptions = new ConcurrentHashMap<>();

    /** Facts of one order, from when it was made until it is closed. */
    public final class Subscription implements AutoCloseable {
        private final String orderId;
        private final BlockingQueue<OrderEvent> facts = new ArrayBlockingQueue<>(BACKLOG_MAX);
        private volatile boolean overflown;

        private Subscription(String orderId) {
            this.orderId = orderId;
        }

        /** The next fact; null when none came in time. */
        public @Nullable OrderEvent poll(Duration patience) throws InterruptedException {
            return facts.poll(Math.max(0, patience.toMillis()), TimeUnit.MILLISECONDS);
        }

        /** Whether facts were left out because nobody took them. */
        public boolean isOverflown() {
            return overflown;
        }

        @Override
        public void close() {
            subscriptions.computeIfPresent(orderId, (_, others) -> {
                others.remove(this);
                return others.isEmpty() ? null : others;
            });
        }
    }

    /** Begins to listen. What happened before is in the store: subscribe first, then read. */
    public Subscription subscribe(String orderId) {
        var subscription = new Subscription(orderId);
        subscriptions.compute(orderId, (_, others) -> {
            var all = others == null ? ConcurrentHashMap.<Subscription>newKeySet() : others;
            all.add(subscription);
            return all;
        });
        return subscription;
    }

    @Override
    public void applied(OrderView view, OrderEvent fact) {
        var waiting = subscriptions.get(fact.orderId());
        if (waiting != null) {
            for (var subscription : waiting) {
                subscription.overflown |= !subscription.facts.offer(fact);
            }
        }
    }
}
