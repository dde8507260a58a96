package dev.quintet.mail;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** When to try again: after 200 ms, then twice as long each time up to 30 s, of which half is chance. */
final class SendPause {
    private static final long FIRST_MILLIS = 200;
    private static final long LONGEST_MILLIS = 30_000;

    private volatile long millis = FIRST_MILLIS;
    private long until = System.nanoTime();

    /** It failed. True when it had not failed just before. */
    boolean begin() {
        boolean first = !hasBegun();
        long half = millis / 2;
        until = System.nanoTime()
                + Duration.ofMillis(half + ThreadLocalRandom.current().nextLong(half + 1))
                        .toNanos();
        millis = Math.min(2 * millis, LONGEST_MILLIS);
        return first;
    }

    /** It worked. True when it had failed before. */
    boolean end() {
        boolean failed = hasBegun();
        millis = FIRST_MILLIS;
        return failed;
    }

    /** Whether it has failed and not worked since. Any thread may ask. */
    boolean hasBegun() {
        return millis != FIRST_MILLIS;
    }

    /** How long to wait on; zero when it is time to try. */
    Duration left() {
        return Duration.ofNanos(Math.max(0, until - System.nanoTime()));
    }
}
