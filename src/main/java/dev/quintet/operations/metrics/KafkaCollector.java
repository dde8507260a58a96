package dev.quintet.operations.metrics;

import dev.quintet.wire.OwnMetrics;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;

/**
 * Reads the metrics of the process's Kafka clients when Prometheus asks. Micrometer's own binder looks for new ones on a
 * timer and shows those of each partition; this one has no timer, and what a client has dropped is gone at once.
 */
final class KafkaCollector implements MultiCollector {
    private static final String FETCHER = "consumer-fetch-manager-metrics";
    private static final String LAG_HELP =
            "Records that are there and not yet read, of the partitions that this process has";
    private static final String RESTORE_HELP = "Records that are still to be read before a store is whole";

    private final List<Source> sources = new CopyOnWriteArrayList<>();
    private final List<Restore> restores = new CopyOnWriteArrayList<>();

    private record Source(String application, Supplier<Map<MetricName, ? extends Metric>> metrics) {}

    private final Map<String, Supplier<Map<String, Long>>> lags = new ConcurrentHashMap<>();

    private record Restore(String application, Supplier<Map<String, Long>> remaining) {}

    void add(String application, Supplier<Map<MetricName, ? extends Metric>> metrics) {
        sources.add(new Source(application, metrics));
    }

    void addRestore(String application, Supplier<Map<String, Long>> remaining) {
        restores.add(new Restore(application, remaining));
    }

    void addLag(String application, Supplier<Map<String, Long>> byTopic) {
        lags.put(application, byTopic);
    }

    void remove(String application) {
        lags.remove(application);
        sources.removeIf(source -> source.application().equals(application));
        restores.removeIf(restore -> restore.application().equals(application));
    }

    @Override
    public MetricSnapshots collect() {
        var table = new SeriesTable();
        for (var source : sources) {
            var metrics = source.metrics().get();
            metrics.forEach((name, metric) -> {
                if (metric.metricValue() instanceof Number value && Double.isFinite(value.doubleValue())) {
                    collect(table, source.application(), name, value.doubleValue(), metrics);
                }
            });
        }
        lags.forEach((application, byTopic) -> byTopic.get()
                .forEach((topic, records) ->
                        table.add("quintet_lag_records", LAG_HELP, lagLabels(application, topic), records)));
        for (var restore : restores) {
            restore.remaining()
                    .get()
                    .forEach((store, records) -> table.add(
                            "quintet_restore_remaining_records",
                            RESTORE_HELP,
                            Map.of("application", restore.application(), "store", store),
                            records));
        }
        return table.snapshots();
    }

    private void collect(
            SeriesTable table,
            String application,
            MetricName name,
            double value,
            Map<MetricName, ? extends Metric> all) {
        if (name.group().equals(OwnMetrics.GROUP)) {
            collectOwn(table, name, value);
        } else if (isLag(name, all)) {
            if (!lags.containsKey(application)) {
                var topic = name.tags().getOrDefault("topic", "");
                table.add("quintet_lag_records", LAG_HELP, lagLabels(application, topic), value);
            }
        } else if (KafkaNames.isShown(name, all)) {
            table.add(KafkaNames.name(name), name.description(), KafkaNames.labels(application, name), value);
        }
    }

    private static Map<String, String> lagLabels(String application, String topic) {
        return Map.of("application", application, "topic", topic);
    }

    private static void collectOwn(SeriesTable table, MetricName name, double value) {
        var labels = new HashMap<String, String>();
        name.tags().forEach((tag, text) -> labels.put(KafkaNames.snake(tag), text));
        labels.remove(OwnMetrics.TASK);
        table.add("quintet_" + KafkaNames.snake(name.name()), name.description(), labels, value);
    }

    private static boolean isLag(MetricName name, Map<MetricName, ? extends Metric> all) {
        return name.group().equals(FETCHER)
                && name.name().equals("records-lag")
                && name.tags().containsKey("partition")
                && !KafkaNames.isOfRestore(name)
                && !isOldSpelling(name, all);
    }

    /** Kafka tells a topic with dots a second time, with underscores, until 5.0. Of two such topics there can only be one. */
    private static boolean isOldSpelling(MetricName name, Map<MetricName, ? extends Metric> all) {
        var topic = name.tags().getOrDefault("topic", "");
        return topic.contains("_")
                && all.keySet().stream()
                        .map(other -> other.tags().getOrDefault("topic", ""))
                        .anyMatch(other ->
                                other.contains(".") && other.replace('.', '_').equals(topic));
    }
}
