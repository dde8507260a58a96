package dev.quintet.domain.saga;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One step of a saga.
 *
 * @param compensation what undoes it; null when nothing does
 * @param promise the earlier step that promised it; null for none. A step that nothing undoes is recalled by undoing its
 *     promise: the participant either keeps it from happening, or says that it has happened
 * @param timeout how long the first attempt is waited for; each further one twice as long as the one before
 * @param attempts how often it is tried before the pivot. After it, and to undo it, it is tried without end, and after so
 *     many attempts an operator is called.
 */
public record Step(
        Action action,
        @Nullable Action compensation,
        @Nullable Action promise,
        Duration timeout,
        int attempts) {
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

    /** A tenth more at most, so that what failed together is not tried again together. */
    private static final int JITTER_PERCENT = 10;

    public String name() {
        return action.label();
    }

    /** How long an attempt is waited for, in milliseconds. The jitter follows from the ids, so it is the same in every replay. */
    long waitMillis(String orderId, int attempt) {
        long wait = timeout.toMillis() << Math.min(attempt - 1, 20);
        long bounded = Math.min(wait, LONGEST_WAIT.toMillis());
        int dice = Math.floorMod((orderId + "/" + name() + "/" + attempt).hashCode(), 1_000);
        return bounded + bounded * JITTER_PERCENT * dice / 100_000;
    }
}
