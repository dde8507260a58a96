package dev.quintet.topology;

import dev.quintet.domain.saga.Saga;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** When each open saga next waits for nothing but the clock. Asking for what is due costs what is due, not what is open. */
final class Deadlines {
    private record Deadline(long dueAt, String sagaKey) {}

    private final TreeSet<Deadline> inOrder =
            new TreeSet<>(Comparator.comparingLong(Deadline::dueAt).thenComparing(Deadline::sagaKey));
    private final Map<String, Deadline> bySaga = new HashMap<>();

    /** Takes the place of what was known of the saga. */
    void set(Saga saga) {
        remove(saga.key());
        if (saga.dueAt() != Long.MAX_VALUE) {
            var deadline = new Deadline(saga.dueAt(), saga.key());
            bySaga.put(saga.key(), deadline);
            inOrder.add(deadline);
        }
    }

    void remove(String sagaKey) {
        var known = bySaga.remove(sagaKey);
        if (known != null) {
            inOrder.remove(known);
        }
    }

    /** Whether a saga is open that waits for its time, as every open one does. */
    boolean has(String sagaKey) {
        return bySaga.containsKey(sagaKey);
    }

    /** The keys of the sagas whose time has come, no more than {@code max}, the longest overdue first. */
    List<String> due(long now, int max) {
        var due = new ArrayList<String>();
        for (var deadline : inOrder) {
            if (deadline.dueAt() > now || due.size() == max) {
                break;
            }
            due.add(deadline.sagaKey());
        }
        return due;
    }
}
