package dev.quintet.topology;

import dev.quintet.domain.saga.Saga;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Finds the sagas that were open when a task started, a part at each turn: a million of them are read in many seconds,
 * and a thread that did nothing else so long would lose the transaction of its other tasks. Each is told once, as it was
 * before anything happened to it.
 */
final class OpenSagas {
    private final KeyValueStore<String, Saga> sagas;
    private final Consumer<Saga> found;

    /** Sagas beyond {@link #at} that are known already. */
    private final Set<String> met = new HashSet<>();

    private @Nullable String at;
    private boolean whole;

    OpenSagas(KeyValueStore<String, Saga> sagas, Consumer<Saga> found) {
        this.sagas = sagas;
        this.found = found;
    }

    /** Whether all have been found. */
    boolean areFound() {
        return whole;
    }

    /** Looks at the next ones, in the order of their keys. */
    void goOn(Turn turn) {
        if (whole) {
            return;
        }
        try (var rows = at == null ? sagas.all() : sagas.range(at, null)) {
            while (rows.hasNext()) {
                var row = rows.next();
                if (row.key.equals(at)) {
                    continue;
                }
                if (!turn.goesOn()) {
                    return;
                }
                at = row.key;
                if (!met.remove(row.key)) {
                    found.accept(row.value);
                }
            }
        }
        whole = true;
        met.clear();
    }

    /** To be told of each saga before it changes; null when it begins. */
    void changes(String key, @Nullable Saga before) {
        boolean isAhead = !whole && (at == null || key.compareTo(at) > 0);
        if (isAhead && met.add(key) && before != null) {
            found.accept(before);
        }
    }
}
