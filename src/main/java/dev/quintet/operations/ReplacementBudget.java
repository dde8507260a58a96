package dev.quintet.operations;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;

/** How often a dead stream thread is replaced before the service gives up: 3 times in 10 minutes. */
final class ReplacementBudget {
    static final int REPLACEMENTS_MAX = 3;
    static final Duration PERIOD = Duration.ofMinutes(10);

    private final ArrayDeque<Instant> spent = new ArrayDeque<>();

    /** Whether one more may be had at this instant; spends it if so. */
    synchronized boolean spend(Instant now) {
        while (!spent.isEmpty() && !spent.peekFirst().isAfter(now.minus(PERIOD))) {
            spent.removeFirst();
        }
        if (spent.size() == REPLACEMENTS_MAX) {
            return false;
        }
        spent.addLast(now);
        return true;
    }
}
