package dev.quintet.operations.metrics;

import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot.HistogramDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.ArrayList;
import java.util.SortedMap;
import java.util.TreeMap;

/** The buckets of one histogram, in the order of their limits. */
final class HistogramBuckets {
    private final SortedMap<Double, Long> byLimit = new TreeMap<>();

    void add(double limit, long count) {
        byLimit.merge(limit, count, Long::sum);
    }

    HistogramDataPointSnapshot dataPoint(Labels labels, double sum) {
        var buckets = ClassicHistogramBuckets.of(new ArrayList<>(byLimit.keySet()), new ArrayList<>(byLimit.values()));
        return HistogramDataPointSnapshot.builder()
                .classicHistogramBuckets(buckets)
                .labels(labels)
                .sum(sum)
                .build();
    }
}
