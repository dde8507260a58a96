package dev.quintet.local.bench;

import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * How long orders waited for their answers, from when each was due to be sent.
 *
 * @param answered how many got an answer
 * @param created how many of them got 201
 * @param violation an order that was acknowledged and has no fact, or two; null when there is none
 */
record Latency(
        int ordersPerSecond,
        long answered,
        long created,
        double p50Millis,
        double p90Millis,
        double p99Millis,
        double maxMillis,
        @Nullable String violation) {

    static Latency of(int ordersPerSecond, long created, Histogram micros, @Nullable String violation) {
        return new Latency(
                ordersPerSecond,
                micros.getTotalCount(),
                created,
                micros.getValueAtPercentile(50) / 1e3,
                micros.getValueAtPercentile(90) / 1e3,
                micros.getValueAtPercentile(99) / 1e3,
                micros.getMaxValue() / 1e3,
                violation);
    }

    String inWords() {
        return "POST to answer at %d orders/s: p50 %.1f ms, p90 %.1f, p99 %.1f, max %.1f (%d orders, %d answered 201)"
                .formatted(ordersPerSecond, p50Millis, p90Millis, p99Millis, maxMillis, answered, created);
    }
}
