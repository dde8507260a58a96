package dev.quintet.local.bench;

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
        double p50Millis,
        double p90Millis,
        double p99Millis,
        double maxMillis,
        @Nullable String violation) {

    static Latency of(int ordersPerSecond, OpenLoop orders, @Nullable String violation) {
        var micros = orders.micros();
        return new Latency(
                ordersPerSecond,
                micros.getTotalCount(),
                orders.answers(),
                micros.getValueAtPercentile(50) / 1e3,
                micros.getValueAtPercentile(90) / 1e3,
                micros.getValueAtPercentile(99) / 1e3,
                micros.getMaxValue() / 1e3,
                violation);
    }

    String inWords() {
        return "POST to answer at %d orders/s: p50 %.1f ms, p90 %.1f, p99 %.1f, max %.1f (%d orders, answers %s)"
                .formatted(ordersPerSecond, p50Millis, p90Millis, p99Millis, maxMillis, answered, answers);
    }
}
