package dev.quintet.topology;

import dev.quintet.wire.Stores;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.WindowStore;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered under a key and does not change: each value is a window of its own, at the time of the record that
 * it comes of, and is forgotten by itself.
 */
final class WrittenOnce<V> {
    private static final long REMEMBERED = Stores.MEMORY_RETENTION.toMillis();

    private final WindowStore<String, V> windows;

    /** The memory that is kept in a store of the processor. */
    WrittenOnce(ProcessorContext<?, ?> context, String store) {
        windows = context.getStateStore(store);
    }

    /** The store of a memory. */
    static <V> StoreBuilder<WindowStore<String, V>> store(String name, Serde<V> values) {
        return OrderMemory.store(name, Stores.ANSWER_WINDOW, values);
    }

    /** What is remembered under a key around a time. Looks both ways, because a broker's clock may step back. */
    @Nullable
    V find(String key, long at) {
        try (var found = windows.fetch(key, Math.max(0, at - REMEMBERED), at + REMEMBERED)) {
            return found.hasNext() ? found.next().value : null;
        }
    }

    void put(String key, V value, long at) {
        windows.put(key, value, at);
    }
}
