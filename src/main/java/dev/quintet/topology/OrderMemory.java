package dev.quintet.topology;

import static org.apache.kafka.streams.state.Stores.keyValueStoreBuilder;
import static org.apache.kafka.streams.state.Stores.persistentKeyValueStore;
import static org.apache.kafka.streams.state.Stores.persistentWindowStore;
import static org.apache.kafka.streams.state.Stores.windowStoreBuilder;

import dev.quintet.wire.Stores;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.WindowStore;
import org.jspecify.annotations.Nullable;

/**
 * What a participant remembers of each order: one value. While something is held by it, it is never forgotten, so that what
 * is not known holds nothing. After that it is forgotten by itself, some days after it was last written.
 *
 * <p>What holds something is in a key-value store, the rest in a window store, because that is what expires in Kafka
 * Streams. There a value is written to the window of the stream time, and the newest one counts; those in older windows are
 * its past. The topics of commands have the broker's time, so it never runs ahead.
 */
final class OrderMemory<V> {
    private static final Instant END_OF_TIME = Instant.ofEpochMilli(Long.MAX_VALUE);

    private final ProcessorContext<?, ?> context;
    private final KeyValueStore<String, V> held;
    private final WindowStore<String, V> windows;
    private final long retention;
    private final Predicate<V> holds;

    /**
     * The memory that is kept in two stores of the processor.
     *
     * @param memory how long a value is remembered that holds nothing
     * @param holds whether a value must not be forgotten
     */
    OrderMemory(ProcessorContext<?, ?> context, String heldStore, String store, Duration memory, Predicate<V> holds) {
        this.context = context;
        this.holds = holds;
        held = context.getStateStore(heldStore);
        windows = context.getStateStore(store);
        retention = Stores.retention(memory).toMillis();
    }

    /** How long a value is kept that holds nothing, in milliseconds. */
    long retention() {
        return retention;
    }

    /** The store of what holds nothing any more. Caching is off: each value is read and written once, so a cache would only copy. */
    static <V> StoreBuilder<WindowStore<String, V>> windows(String name, Duration memory, Serde<V> values) {
        return windows(name, Stores.MEMORY_WINDOW, memory, values);
    }

    /** The same with windows of another length. */
    static <V> StoreBuilder<WindowStore<String, V>> windows(
            String name, Duration window, Duration memory, Serde<V> values) {
        return windowStoreBuilder(
                        persistentWindowStore(name, Stores.retention(memory), window, false), Serdes.String(), values)
                .withCachingDisabled()
                .withLoggingEnabled(Stores.memoryChangelog());
    }

    /** The store of what holds something. */
    static <V> StoreBuilder<KeyValueStore<String, V>> held(String name, Serde<V> values) {
        return keyValueStoreBuilder(persistentKeyValueStore(name), Serdes.String(), values)
                .withCachingDisabled()
                .withLoggingEnabled(Stores.rewrittenChangelog());
    }

    /**
     * A value that was found.
     *
     * @param isHeld whether it stands among those that hold something
     * @param window where it was written; 0 when it is held
     */
    record Found<V>(@Nullable V value, boolean isHeld, long window) {}

    /** What is remembered under a key. */
    Found<V> find(String key) {
        var value = held.get(key);
        return value == null ? findInWindows(key) : new Found<>(value, true, 0);
    }

    /**
     * Looks ahead too: commands that are read a second time, by a service whose offsets were set back, must meet what they
     * did the first time.
     */
    private Found<V> findInWindows(String key) {
        long oldest = Math.max(0, context.currentStreamTimeMs() - retention);
        try (var found = windows.backwardFetch(key, Instant.ofEpochMilli(oldest), END_OF_TIME)) {
            if (!found.hasNext()) {
                return new Found<>(null, false, 0);
            }
            var newest = found.next();
            return new Found<>(newest.value, false, newest.key);
        }
    }

    /** Remembers a value in place of the one that was found. */
    void put(String key, Found<V> before, V value) {
        if (holds.test(value)) {
            held.put(key, value);
            return;
        }
        // What was held may have a past in the windows, from before it was; the newest must be this.
        long past = before.isHeld() ? findInWindows(key).window() : before.window();
        long now = context.currentStreamTimeMs();
        windows.put(key, value, Math.max(past, now - now % Stores.MEMORY_WINDOW.toMillis()));
        if (before.isHeld()) {
            held.delete(key);
        }
    }

    /**
     * Takes over what an earlier release kept in the windows alone, before it expires there: the rows of one window from a
     * key on, those that still hold something. A row in place of which a newer one was written holds nothing any more.
     *
     * @param from where to go on; null for the first row
     * @return where to go on at the next turn; null when the window was gone through
     */
    @Nullable
    String takeOver(long window, @Nullable String from, Turn turn) {
        var at = from;
        var start = Instant.ofEpochMilli(window);
        try (var rows = windows.fetch(from, null, start, start)) {
            while (rows.hasNext()) {
                var row = rows.next();
                if (row.key.key().equals(from)) {
                    continue;
                }
                if (!turn.goesOn()) {
                    return at;
                }
                at = row.key.key();
                if (holds.test(row.value)
                        && held.get(at) == null
                        && findInWindows(at).window() == window) {
                    held.put(at, row.value);
                }
            }
        }
        return null;
    }
}
