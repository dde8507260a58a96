package dev.quintet.topology;

import java.time.Duration;
import java.util.function.LongSupplier;

/** How far something may go on now; what is left then is left for the next turn. */
final class Turn {
    private final LongSupplier nanos;
    private final long begun;
    private final Duration max;
    private boolean first = true;

    /** A turn that takes so long, from now on, by a clock in nanoseconds. */
    Turn(Duration max, LongSupplier nanos) {
        this.nanos = nanos;
        this.max = max;
        begun = nanos.getAsLong();
    }

    /** Whether there is time for one thing more. For the first there always is, so each turn brings the work on. */
    boolean goesOn() {
        if (first) {
            first = false;
            return true;
        }
        return nanos.getAsLong() - begun < max.toNanos();
    }

    /** How long it is. */
    Duration max() {
        return max;
    }
}
