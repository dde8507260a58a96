package dev.quintet.local.bench;

import java.util.Locale;

/** What can be measured by itself. */
public enum BenchPart {
    /** Every step of judging orders. */
    ADMISSION,
    /** POST to the answer. */
    LATENCY,
    /** Orders to their end, all of which complete. */
    SAGA,
    /** Orders to their end, some of which are refused, declined or never answered. */
    MIXED,
    /** POST to CONFIRMED. */
    CONFIRMED,
    /** The restart with a million open sagas. */
    OPEN_SAGAS;

    /** Whether its figures are held against pass-through. */
    boolean isRelative() {
        return this == ADMISSION || this == SAGA || this == MIXED;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
