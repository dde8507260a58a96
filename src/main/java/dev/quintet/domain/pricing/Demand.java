package dev.quintet.domain.pricing;

import java.time.Duration;
import java.util.Map;

/**
 * How much of an item is ordered.
 *
 * @param recent pieces in the last {@link #RECENT}
 * @param usual pieces in a time of that length, on average since the first order that is remembered
 */
public record Demand(long recent, long usual) {
    /** Pieces are counted by the minute. */
    public static final Duration BUCKET = Duration.ofMinutes(1);

    public static final Duration RECENT = Duration.ofMinutes(5);

    /** How far back it is remembered. */
    public static final Duration REMEMBERED = Duration.ofHours(1);

    /** The start of the bucket that an instant belongs to; both in epoch milliseconds. */
    public static long bucketOf(long at) {
        return at - Math.floorMod(at, BUCKET.toMillis());
    }

    /**
     * The demand at an instant.
     *
     * @param pieces by the start of their bucket
     */
    public static Demand at(long instant, Map<Long, Long> pieces) {
        long recent = 0;
        long all = 0;
        long oldest = instant;
        for (var bucket : pieces.entrySet()) {
            long start = bucket.getKey();
            if (start > instant - REMEMBERED.toMillis()) {
                all += bucket.getValue();
                oldest = Math.min(oldest, start);
                if (start > instant - RECENT.toMillis()) {
                    recent += bucket.getValue();
                }
            }
        }
        // What is younger than one window was all of it recent, and nothing unusual can be told yet.
        long age = Math.max(RECENT.toMillis(), instant - oldest);
        return new Demand(recent, Math.round((double) all * RECENT.toMillis() / age));
    }
}
