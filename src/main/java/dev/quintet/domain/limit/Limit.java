package dev.quintet.domain.limit;

import dev.quintet.domain.order.LimitUnit;

/** At most {@code max} units for one customer in a window. */
public record Limit(int max, LimitUnit unit, LimitWindow window) {
    public static final int MAX_MAX = 1_000;
}
