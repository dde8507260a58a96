package dev.quintet.operations.metrics;

import dev.quintet.wire.OwnMetrics;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** The series of one scrape by name. Values under the same name and labels are added up. Used by one thread. */
final class SeriesTable {
    private static final String TOTAL = "_total";
    private static final String BUCKET = "_bucket";
    private static final String SUM = "_sum";

    private final Map<String, Series> byName = new TreeMap<>();

    private static final class Series {
        private final String help;
        private final Map<Map<String, String>, Double> values = new HashMap<>();

        Series(String help) {
            this.help = help;
        }
    }

    void add(String name, String help, Map<String, String> labels, double value) {
        byName.computeIfAbsent(name, _ -> new Series(help)).values.merge(labels, value, Double::sum);
    }

    MetricSnapshots snapshots() {
        var snapshots = new ArrayList<MetricSnapshot>();
        byName.forEach((name, series) -> {
            if (name.endsWith(TOTAL)) {
                snapshots.add(counter(without(TOTAL, name), series));
            } else if (name.endsWith(BUCKET)) {
                snapshots.add(histogram(without(BUCKET, name), series));
            } else if (!byName.containsKey(without(SUM, name) + BUCKET)) {
                snapshots.add(gauge(name, series));
            }
        });
        return new MetricSnapshots(snapshots);
    }

    private static CounterSnapshot counter(String name, Series series) {
        var counter = CounterSnapshot.builder().name(name).help(series.help);
        series.values.forEach((labels, value) -> counter.dataPoint(CounterDataPointSnapshot.builder()
                .labels(labels(labels))
                .value(Math.max(0, value))
                .build()));
        return counter.build();
    }

    private static GaugeSnapshot gauge(String name, Series series) {
        var gauge = GaugeSnapshot.builder().name(name).help(series.help);
        series.values.forEach((labels, value) -> gauge.dataPoint(GaugeDataPointSnapshot.builder()
                .labels(labels(labels))
                .value(value)
                .build()));
        return gauge.build();
    }

    private HistogramSnapshot histogram(String name, Series series) {
        var buckets = new HashMap<Map<String, String>, HistogramBuckets>();
        series.values.forEach((labels, count) -> {
            var others = new HashMap<>(labels);
            double limit = Double.parseDouble(String.valueOf(others.remove(OwnMetrics.LIMIT)));
            buckets.computeIfAbsent(others, _ -> new HistogramBuckets()).add(limit, Math.round(count));
        });
        var sums = byName.getOrDefault(name + SUM, new Series("")).values;
        var histogram = HistogramSnapshot.builder().name(name).help(series.help);
        buckets.forEach((labels, counts) ->
                histogram.dataPoint(counts.dataPoint(labels(labels), sums.getOrDefault(labels, 0.0))));
        return histogram.build();
    }

    private static Labels labels(Map<String, String> labels) {
        var builder = Labels.builder();
        new TreeMap<>(labels).forEach(builder::label);
        return builder.build();
    }

    private static String without(String suffix, String name) {
        return name.endsWith(suffix) ? name.substring(0, name.length() - suffix.length()) : name;
    }
}
