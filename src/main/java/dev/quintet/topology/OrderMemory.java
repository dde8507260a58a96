package dev.quintet.topology;

import static org.apache.kafka.streams.state.Stores.persistentWindowStore;
import static org.apache.kafka.streams.state.Stores.windowStoreBuilder;

import dev.quintet.domain.order.Ids;
import dev.quintet.domain.participant.CommandHead;
import dev.quintet.wire.Stores;
import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.WindowStore;
import org.jspecify.annotations.Nullable;

/**
 * What a participant remembers of each order: one value, which is forgotten by itself some days after it was last
 * written.
 *
 * <p>A window store, because that is what expires in Kafka Streams. A value is written to the window of the stream time,
 * and the newest one counts; those in older windows are its past. The topics of commands have the broker's time, so it
 * never runs ahead.
 */
final class OrderMemory<V> {
    private static final Instant END_OF_TIME = Instant.ofEpochMilli(Long.MAX_VALUE);

    private final ProcessorContext<?, ?> context;
    private final WindowStore<String, V> windows;

    /** The memory that is kept in a store of the processor. */
    OrderMemory(ProcessorContext<?, ?> context, String store) {
        this.context = context;
        windows = context.getStateStore(store);
    }

    /** The store of a memory. Caching is off: each value is read and written once, so a cache would only copy. */
    static <V> StoreBuilder<WindowStore<String, V>> store(String name, Serde<V> values) {
        return store(name, Stores.MEMORY_WINDOW, values);
    }

    /** The same with windows of another length. */
    static <V> StoreBuilder<WindowStore<String, V>> store(String name, Duration window, Serde<V> values) {
        return windowStoreBuilder(
                        persistentWindowStore(name, Stores.MEMORY_RETENTION, window, false), Serdes.String(), values)
                .withCachingDisabled()
                .withLoggingEnabled(Stores.memoryChangelog());
    }

    /** The key of an order. */
    static String key(CommandHead head) {
        return Ids.ofCustomer(head.customerId(), head.orderId());
    }

    /** A value that was found. {@code window} is where it was written. */
    record Found<V>(@Nullable V value, long window) {}

    /**
     * What is remembered under a key. Looks ahead too: commands that are read a second time, by a service whose offsets
     * were set back, must meet what they did the first time.
     */
    Found<V> find(String key) {
        long oldest = Math.max(0, context.currentStreamTimeMs() - Stores.MEMORY_RETENTION.toMillis());
        try (var found = windows.backwardFetch(key, Instant.ofEpochMilli(oldest), END_OF_TIME)) {
            if (!found.hasNext()) {
                return new Found<>(null, 0);
            }
            var newest = found.next();
            return new Found<>(newest.value, newest.key);
        }
    }

    /** Remembers a value in place of the one that was found. */
    void put(String key, Found<V> before, V value) {
        long now = context.currentStreamTimeMs();
        windows.put(key, value, Math.max(before.window(), now - now % Stores.MEMORY_WINDOW.toMillis()));
    }
}
