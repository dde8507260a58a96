package dev.quintet.topology;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Forgets rows that ended long ago. It goes round and round over all rows, some at each turn, so it needs no index that
 * every order would have to be written to.
 *
 * <p>Its pace is that of the orders: for each row that comes it looks at some, so one that stays is met again in a third of
 * the retention, however many come, and the store holds no more than what came in four thirds of it.
 */
final class Sweep<V> {
    static final Duration EVERY = Duration.ofSeconds(1);

    /** Looked at for each row that comes. A store that holds the rows of a time T is gone round in T / 4. */
    static final int PACE = 4;

    /** Looked at in each turn when none comes. */
    static final int ROWS_MIN = 25;

    /** Looked at in one turn at the most. Each is decoded. */
    static final int ROWS_MAX = 4_000;

    private final KeyValueStore<String, V> store;
    private final Duration retention;
    private final Function<V, @Nullable Instant> endOf;
    private final Consumer<String> forget;

    /** The row that is next; null for the first. */
    private @Nullable String next;

    private boolean begun;
    private long owed;

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

    /**
     * To be told of each row that comes. The first one is where the first round begins: a place as likely as any, so that
     * starts that follow one another sooner than a round ends do not leave the same rows out for ever.
     */
    void came(String key) {
        owed += PACE;
        if (!begun) {
            begun = true;
            next = key;
        }
    }

    /** Looks at the next rows; {@code now} is the wall clock in epoch milliseconds. */
    void goOn(long now, Turn turn) {
        var oldest = Instant.ofEpochMilli(now).minus(retention);
        long max = Math.min(ROWS_MAX, Math.max(ROWS_MIN, owed));
        long looked = 0;
        try (var rows = next == null ? store.all() : store.range(next, null)) {
            next = null;
            while (rows.hasNext() && next == null) {
                var row = rows.next();
                if (looked < max && turn.goesOn()) {
                    looked++;
                    var end = endOf.apply(row.value);
                    if (end != null && end.isBefore(oldest)) {
                        forget.accept(row.key);
                    }
                } else {
                    next = row.key;
                }
            }
        }
        owed = Math.max(0, owed - looked);
    }
}
