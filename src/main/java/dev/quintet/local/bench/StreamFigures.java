package dev.quintet.local.bench;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How far open streams of events were behind.
 *
 * @param cost of an order; the app is the process that serves the streams
 * @param streams how many were open
 * @param events how many came
 * @param lag from the commit of a fact, or from when the stream was open if that was later, until its event had come
 * @param residentMegabytes the most physical memory that the serving process ever had; null where the system does not tell
 * @param heap what that process may have as its heap
 * @param violation an event that came twice, too early or never; null when there is none
 */
record StreamFigures(
        StepFigures cost,
        int ordersPerSecond,
        int streams,
        long events,
        Percentiles lag,
        @Nullable Double residentMegabytes,
        String heap,
        @Nullable String violation) {

    String inWords() {
        return violation == null
                ? String.format(
                        Locale.ROOT,
                        "%,d streams at %d orders/s: %,d events, lag %s; memory %s MB with a heap of %s; CPU of an order in that process %.0f us",
                        streams,
                        ordersPerSecond,
                        events,
                        lag.inWords(),
                        residentMegabytes == null ? "?" : String.valueOf(Math.round(residentMegabytes)),
                        heap,
                        cost.appMicrosPerRecord())
                : "WRONG: " + violation;
    }
}
