package dev.quintet.local.bench;

import java.util.Locale;

/** A figure to reach, and what was reached. */
record Target(String what, double reached, Bound bound, double limit) {

    /** Whether a figure should be small or large. */
    enum Bound {
        AT_MOST,
        AT_LEAST
    }

    boolean isMet() {
        return switch (bound) {
            case AT_MOST -> reached <= limit;
            case AT_LEAST -> reached >= limit;
        };
    }

    String inWords() {
        var bounded = bound == Bound.AT_MOST ? "at most" : "at least";
        return String.format(
                Locale.ROOT, "%-6s %s %.3f (%s %.3f)", isMet() ? "met" : "MISSED", what, reached, bounded, limit);
    }
}
