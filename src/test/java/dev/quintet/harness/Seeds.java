package dev.quintet.harness;

import java.util.SplittableRandom;

/** Where a random test takes its randomness from: a seed that is printed, and can be given back. */
public final class Seeds {
    private static final String PROPERTY = "quintet.seed";

    private Seeds() {}

    /** A generator for one test; {@code -Dquintet.seed=N} repeats a run. */
    public static SplittableRandom random(String test) {
        long seed = Long.getLong(PROPERTY, System.nanoTime());
        System.out.println(test + ": -D" + PROPERTY + "=" + seed);
        return new SplittableRandom(seed);
    }
}
