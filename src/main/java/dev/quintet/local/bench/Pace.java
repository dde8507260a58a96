package dev.quintet.local.bench;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Instants at a steady rate, whatever happens between them. */
final class Pace {
    private final long interval;
    private long due = System.nanoTime();

    Pace(int perSecond) {
        interval = TimeUnit.SECONDS.toNanos(1) / perSecond;
    }

    /** Waits for the next instant, unless it is over, and says which it is, by {@link System#nanoTime}. */
    long awaitNext() {
        due += interval;
        for (long wait = due - System.nanoTime(); wait > 0; wait = due - System.nanoTime()) {
            LockSupport.parkNanos(wait);
        }
        return due;
    }
}
