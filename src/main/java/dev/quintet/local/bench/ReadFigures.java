package dev.quintet.local.bench;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What it takes to read orders.
 *
 * @param cost of a request; the app is the server
 * @param loadMicros CPU of the load generator for a request
 * @param orders how many there are to read
 * @param connections how many requests are on their way at any time
 * @param violation an answer that was not as it must be; null when there is none
 */
record ReadFigures(
        StepFigures cost,
        double loadMicros,
        int orders,
        int connections,
        Percentiles waited,
        @Nullable String violation) {

    String inWords() {
        return violation == null
                ? String.format(
                        Locale.ROOT,
                        "GET of one of %,d orders, %d at a time: %,.0f requests/s, %s; CPU of a request: server %.1f us, load %.1f",
                        orders,
                        connections,
                        cost.recordsPerSecond(),
                        waited.inWords(),
                        cost.appMicrosPerRecord(),
                        loadMicros)
                : "WRONG: " + violation;
    }
}
