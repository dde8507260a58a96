package dev.quintet.topology;

import java.time.Duration;

/**
 * How much the views keep.
 *
 * @param retention how long an order is kept after its end
 * @param factsMax how many facts of one order are kept: the first, and the latest
 */
public record ViewLimits(Duration retention, int factsMax) {
    /** For a system that judges imported orders by their own, old times. */
    public static final Duration FOREVER = Duration.ofDays(36_500);
}
