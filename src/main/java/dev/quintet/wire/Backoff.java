package dev.quintet.wire;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** How long to pause before the next try: doubling from 100 ms to 2 s, of which half is chance, so that pods spread. */
final class Backoff {
    private static final long FIRST_MILLIS = 100;
    private static final long LONGEST_MILLIS = 2_000;

    private long millis = FIRST_MILLIS;

    Duration next() {
        var half = millis / 2;
        millis = Math.min(2 * millis, LONGEST_MILLIS);
        return Duration.ofMillis(half + ThreadLocalRandom.current().nextLong(half + 1));
    }
}
