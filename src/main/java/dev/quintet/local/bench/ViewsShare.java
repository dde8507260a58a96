package dev.quintet.local.bench;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the views add to the CPU of an order from its command to its end.
 *
 * @param without of an order that no view shows
 * @param with of an order that the views have taken in, theirs and their part of the broker's included
 * @param viewsMicros of the views' own process, for an order
 * @param violation an order that the views do not show as it ended; null when there is none
 */
record ViewsShare(
        StepFigures without,
        StepFigures with,
        double viewsMicros,
        @Nullable String violation) {

    double percent() {
        return 100 * (with.cpuMicrosPerRecord() / without.cpuMicrosPerRecord() - 1);
    }

    String inWords() {
        return violation == null
                ? String.format(
                        Locale.ROOT,
                        "views add %.0f %% to the CPU of an order: %.0f us without them, %.0f with them, %.0f of which in their own process",
                        percent(),
                        without.cpuMicrosPerRecord(),
                        with.cpuMicrosPerRecord(),
                        viewsMicros)
                : "WRONG: " + violation;
    }
}
