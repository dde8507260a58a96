package dev.quintet.domain.saga;

import java.util.List;

/** A part of a saga; the next begins when it is done. */
public sealed interface Stage {

    /** Steps that are taken at the same time. */
    record Parallel(List<Step> steps) implements Stage {}

    /** The order is confirmed. What comes before can be undone; what comes after only goes forward. */
    record Pivot() implements Stage {}
}
