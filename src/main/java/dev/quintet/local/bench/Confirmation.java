package dev.quintet.local.bench;

import java.util.Locale;
import java.util.SortedMap;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * How long orders took to be confirmed, from when each was due to be sent until a reader of order.events saw it.
 *
 * @param cost what an order costs when few come at a time
 * @param confirmed how many were; those that must be and never were count as long as they were waited for
 * @param answers how many orders got which answer to their POST
 * @param violation an order that did not end as it must; null when there is none
 */
record Confirmation(
        StepFigures cost,
        int ordersPerSecond,
        long confirmed,
        SortedMap<String, Integer> answers,
        Percentiles waited,
        @Nullable String violation) {

    static Confirmation of(
            SagaWorkload workload,
            StepFigures cost,
            int ordersPerSecond,
            OpenLoop orders,
            OrderWatch watch,
            @Nullable String violation) {
        var micros = new Histogram(TimeUnit.MINUTES.toMicros(10), 3);
        int confirmed = 0;
        for (int index = 0; index < workload.orders(); index++) {
            var orderId = workload.order(index).orderId();
            var due = orders.dueNanos().get(orderId);
            if (due != null && workload.fate(index) == SagaWorkload.Fate.COMPLETED) {
                var seen = watch.confirmedNanos(orderId);
                confirmed += seen == null ? 0 : 1;
                long waited = (seen == null ? System.nanoTime() : seen) - due;
                micros.recordValue(TimeUnit.NANOSECONDS.toMicros(waited));
            }
        }
        return new Confirmation(cost, ordersPerSecond, confirmed, orders.answers(), Percentiles.of(micros), violation);
    }

    String step() {
        return cost.step();
    }

    String inWords() {
        return String.format(
                        Locale.ROOT,
                        "%s: POST to CONFIRMED at %d orders/s: %s (%d confirmed, answers %s)",
                        step(),
                        ordersPerSecond,
                        waited.inWords(),
                        confirmed,
                        answers)
                + String.format(Locale.ROOT, ", CPU %.0f us an order", cost.cpuMicrosPerRecord());
    }
}
