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
    OPEN_SAGAS,
    /** GET of orders, as many as can be answered. */
    READS,
    /** The commit of a fact to an answer that has it. */
    VISIBLE,
    /** Two thousand open streams of events. */
    STREAMS,
    /** What the views add to the CPU of an order. */
    VIEWS;

    /** Whether its figures are held against pass-through. */
    boolean isRelative() {
        return this == ADMISSION || this == SAGA || this == MIXED || this == VIEWS;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
