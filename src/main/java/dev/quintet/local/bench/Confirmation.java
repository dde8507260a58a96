package dev.quintet.local.bench;

import java.util.SortedMap;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * How long orders took to be confirmed, from when each was due to be sent until a reader of order.events saw it.
 *
 * @param cost what an order costs when few come at a time
 * @param confirmed how many were
 * @param answers how many orders got which answer to their POST
 * @param violation an order that did not end as it must; null when there is none
 */
record Confirmation(
        StepFigures cost,
        int ordersPerSecond,
        long confirmed,
        SortedMap<String, Integer> answers,
        double p50Millis,
        double p90Millis,
        double p99Millis,
        double maxMillis,
        @Nullable String violation) {

    static Confirmation of(
            StepFigures cost, int ordersPerSecond, OpenLoop orders, OrderWatch watch, @Nullable String violation) {
        var micros = new Histogram(TimeUnit.MINUTES.toMicros(10), 3);
        orders.dueNanos().forEach((orderId, due) -> {
            var seen = watch.confirmedNanos(orderId);
            if (seen != null) {
                micros.recordValue(TimeUnit.NANOSECONDS.toMicros(seen - due));
            }
        });
        return new Confirmation(
                cost,
                ordersPerSecond,
                micros.getTotalCount(),
                orders.answers(),
                micros.getValueAtPercentile(50) / 1e3,
                micros.getValueAtPercentile(90) / 1e3,
                micros.getValueAtPercentile(99) / 1e3,
                micros.getMaxValue() / 1e3,
                violation);
    }

    String step() {
        return cost.step();
    }

    String inWords() {
        return "%s: POST to CONFIRMED at %d orders/s: p50 %.1f ms, p90 %.1f, p99 %.1f, max %.1f (%d confirmed, answers %s)"
                        .formatted(
                                step(), ordersPerSecond, p50Millis, p90Millis, p99Millis, maxMillis, confirmed, answers)
                + ", CPU %.0f us an order".formatted(cost.cpuMicrosPerRecord());
    }
}
