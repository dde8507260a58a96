package dev.quintet.topology;

import dev.quintet.domain.payment.Attempt;
import dev.quintet.domain.payment.PaymentCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.kafka.streams.state.KeyValueStore;

/** The authorizations that are answered later, in the order in which they are due: looking for those costs as much as there are. */
final class DelayedAuthorizations {
    /** So many are answered at one look; the others follow at the next. */
    static final int DUE_MAX = 1_000;

    private final KeyValueStore<String, PaymentCommand> store;

    DelayedAuthorizations(KeyValueStore<String, PaymentCommand> store) {
        this.store = store;
    }

    void add(PaymentCommand command, Attempt attempt) {
        store.put(key(command, attempt), command);
    }

    /** Forgets an attempt at the order of a command. */
    void drop(PaymentCommand command, Attempt attempt) {
        store.delete(key(command, attempt));
    }

    /** An authorization and where it is kept. */
    record Due(String key, PaymentCommand command) {}

    /** Those that are due at an instant, in epoch milliseconds, no more than {@link #DUE_MAX}, the longest overdue first. */
    List<Due> due(long now) {
        var due = new ArrayList<Due>();
        try (var found = store.range(null, sortable(now + 1))) {
            while (found.hasNext() && due.size() < DUE_MAX) {
                var next = found.next();
                due.add(new Due(next.key, next.value));
            }
        }
        return due;
    }

    /** Forgets one of {@link #due}, which is answered now. */
    void take(Due due) {
        store.delete(due.key());
    }

    private static String key(PaymentCommand command, Attempt attempt) {
        return sortable(attempt.dueAt()) + "/" + command.head().order() + "/" + attempt.commandId();
    }

    private static String sortable(long millis) {
        return String.format(Locale.ROOT, "%019d", millis);
    }
}
