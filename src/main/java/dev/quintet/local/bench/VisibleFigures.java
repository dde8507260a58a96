package dev.quintet.local.bench;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How long facts took from the marker of their commit to an answer that has them.
 *
 * @param cost of an order, views and HTTP included; its rate is that of ends
 * @param orders how many were watched
 * @param facts of those orders
 * @param violation a fact that was seen too early, or never; null when there is none
 */
record VisibleFigures(
        StepFigures cost,
        int ordersPerSecond,
        int orders,
        long facts,
        Percentiles waited,
        @Nullable String violation) {

    String inWords() {
        return violation == null
                ? String.format(
                        Locale.ROOT,
                        "commit of a fact to its answer at %d orders/s: %s (%,d facts of %,d orders), CPU %.0f us an order",
                        ordersPerSecond,
                        waited.inWords(),
                        facts,
                        orders,
                        cost.cpuMicrosPerRecord())
                : "WRONG: " + violation;
    }
}
