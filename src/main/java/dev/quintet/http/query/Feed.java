package dev.quintet.http.query;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Tells whoever listens to a key of what this pod's views take in. Costs a look-up when nobody listens.
 *
 * @param <E> what is told
 */
public final class Feed<E> implements AutoCloseable {
    /** Who lets so much pass is not listening any more. */
    private static final int BACKLOG_MAX = 256;

    private final Map<String, Set<Subscription<E>>> subscriptions = new ConcurrentHashMap<>();
    private volatile boolean closed;

    /** What is told of one key, from when it was made until it is closed. */
    public static final class Subscription<E> implements AutoCloseable {
        private final Feed<E> feed;
        private final String key;
        private final BlockingQueue<E> told = new ArrayBlockingQueue<>(BACKLOG_MAX);
        private volatile boolean overflown;

        private Subscription(Feed<E> feed, String key) {
            this.feed = feed;
            this.key = key;
        }

        /** What was told next; null when nothing was in time. */
        public @Nullable E poll(Duration patience) throws InterruptedException {
            return told.poll(Math.max(0, patience.toMillis()), TimeUnit.MILLISECONDS);
        }

        /** Whether there is nothing more to hear: too much was not taken, or this pod stops. */
        public boolean isOver() {
            return overflown || feed.closed;
        }

        @Override
        public void close() {
            feed.subscriptions.computeIfPresent(key, (_, others) -> {
                others.remove(this);
                return others.isEmpty() ? null : others;
            });
        }
    }

    /** Begins to listen. What was before is in the store: subscribe first, then read. */
    public Subscription<E> subscribe(String key) {
        var subscription = new Subscription<>(this, key);
        subscriptions.compute(key, (_, others) -> {
            var all = others == null ? ConcurrentHashMap.<Subscription<E>>newKeySet() : others;
            all.add(subscription);
            return all;
        });
        return subscription;
    }

    /** Tells whoever listens to a key. Never waits. */
    public void tell(String key, E news) {
        var listening = subscriptions.get(key);
        if (listening != null) {
            for (var subscription : listening) {
                subscription.overflown |= !subscription.told.offer(news);
            }
        }
    }

    /** Ends all subscriptions soon. */
    @Override
    public void close() {
        closed = true;
    }
}
