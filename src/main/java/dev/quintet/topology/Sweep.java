package dev.quintet.topology;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Forgets rows that ended long ago. It looks at a few rows each time and goes on after them the next time, so it costs
 * the same however many there are, and needs no index that every order would have to be written to.
 */
final class Sweep<V> {
    static final Duration EVERY = Duration.ofSeconds(10);

    /** Each row is decoded. A million of them in four partitions are gone through in a few hours. */
    private static final int ROWS = 250;

    private final KeyValueStore<String, V> store;
    private final Duration retention;
    private final Function<V, @Nullable Instant> endOf;
    private final Consumer<String> forget;
    private String from = "";

    /**
     * @param endOf when a row ended; null while it has not
     * @param forget is given the keys of those that ended longer than {@code retention} ago
     */
    Sweep(
            KeyValueStore<String, V> store,
            Duration retention,
            Function<V, @Nullable Instant> endOf,
            Consumer<String> forget) {
        this.store = store;
        this.retention = retention;
        this.endOf = endOf;
        this.forget = forget;
    }

    /** Looks at the next rows; {@code time} is the wall clock in epoch milliseconds. */
    void goOn(long time) {
        var oldest = Instant.ofEpochMilli(time).minus(retention);
        var ended = new ArrayList<String>();
        int looked = 0;
        try (var rows = next()) {
            while (rows.hasNext() && looked < ROWS) {
                var row = rows.next();
                looked++;
                from = row.key;
                var end = endOf.apply(row.value);
                if (end != null && end.isBefore(oldest)) {
                    ended.add(row.key);
                }
            }
        }
        ended.forEach(forget);
        if (looked < ROWS) {
            from = "";
        }
    }

    private KeyValueIterator<String, V> next() {
        return from.isEmpty() ? store.all() : store.range(from, null);
    }
}
