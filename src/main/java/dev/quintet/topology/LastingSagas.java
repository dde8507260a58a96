package dev.quintet.topology;

import dev.quintet.domain.saga.Saga;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * The sagas of one partition that are open though their orders may be forgotten. Almost no order has one, so a filter of
 * those that were open when the newest window began says so without reading. It is filled anew for each window, in turns;
 * until it is, that of the window before serves, since what began later is days from being forgotten.
 */
final class LastingSagas {
    private final KeyValueStore<String, Saga> sagas;

    /** Null until the first is whole: then every saga is looked for in the store. */
    private @Nullable IdFilter keys;

    private IdFilter draft = new IdFilter();
    private OpenSagas walk;
    private long window;

    /** @param newest the start of the newest window of slots */
    LastingSagas(KeyValueStore<String, Saga> sagas, long newest) {
        this.sagas = sagas;
        window = newest;
        walk = new OpenSagas(sagas, saga -> draft.add(saga.key()));
    }

    /** The saga of an order that the windows do not know; null when none is open. */
    @Nullable
    Saga find(String key) {
        return keys == null || keys.mayHold(key) ? sagas.get(key) : null;
    }

    /** Goes on with filling; {@code newest} is the start of the newest window of slots. */
    void goOn(long newest, Turn turn) {
        if (newest != window) {
            window = newest;
            draft = new IdFilter();
            walk = new OpenSagas(sagas, saga -> draft.add(saga.key()));
        }
        if (!walk.areFound()) {
            walk.goOn(turn);
            if (walk.areFound()) {
                draft.shrink();
                keys = draft;
            }
        }
    }
}
