package dev.quintet.topology;

import dev.quintet.wire.Stores;
import java.time.Duration;
import java.time.Instant;
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
    private final WindowStore<String, V> windows;
    private final long memory;

    /** The memory that is kept in a store of the processor, and reaches over a time. */
    WrittenOnce(ProcessorContext<?, ?> context, String store, Duration memory) {
        windows = context.getStateStore(store);
        this.memory = memory.toMillis();
    }

    /** The store of a memory. */
    static <V> StoreBuilder<WindowStore<String, V>> store(String name, Duration memory, Serde<V> values) {
        return OrderMemory.windows(name, Stores.ANSWER_WINDOW, memory, values);
    }

    /**
     * What is remembered under a key around a time: the newest. Looks both ways, because a broker's clock may step back.
     */
    @Nullable
    V find(String key, long at) {
        var from = Instant.ofEpochMilli(Math.max(0, at - memory));
        try (var found = windows.backwardFetch(key, from, Instant.ofEpochMilli(at + memory))) {
            return found.hasNext() ? found.next().value : null;
        }
    }

    void put(String key, V value, long at) {
        windows.put(key, value, at);
    }
}
