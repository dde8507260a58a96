package dev.quintet.harness;

import java.time.Duration;

/**
 * The one bound of what tests wait for. A test waits for a condition; how long that takes says something about the machine
 * and nothing about the product, so only what never comes reaches the bound.
 */
public final class Hang {
    /** For each wait, not for a test. */
    public static final Duration PATIENCE = Duration.ofMinutes(5);

    private Hang() {}
}
