package dev.quintet.local.bench;

import java.util.Locale;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * How long orders waited for their answers, from when each was due to be sent.
 *
 * @param answered how many got an answer
 * @param answers how many got which: a status, or what went wrong instead
 * @param violation an order that was acknowledged and has no fact, or two; null when there is none
 */
record Latency(
        int ordersPerSecond,
        long answered,
        SortedMap<String, Integer> answers,
        Percentiles waited,
        @Nullable String violation) {

    static Latency of(int ordersPerSecond, OpenLoop orders, @Nullable String violation) {
        var micros = orders.micros();
        return new Latency(
                ordersPerSecond, micros.getTotalCount(), orders.answers(), Percentiles.of(micros), violation);
    }

    String inWords() {
        return String.format(
                Locale.ROOT,
                "POST to answer at %d orders/s: %s (%d orders, answers %s)",
                ordersPerSecond,
                waited.inWords(),
                answered,
                answers);
    }
}
