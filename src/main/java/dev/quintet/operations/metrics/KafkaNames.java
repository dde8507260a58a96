package dev.quintet.operations.metrics;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;

/**
 * Which of Kafka's metrics are shown, and under which names and labels.
 *
 * <p>A client has hundreds for each partition, topic, broker and task, which multiply with every pod. Shown are those of
 * a client or thread as a whole.
 */
final class KafkaNames {
    private static final Set<String> NOISE_TAGS = Set.of(
            "partition",
            "topic",
            "node-id",
            "task-id",
            "processor-node-id",
            "rocksdb-state-id",
            "in-memory-state-id",
            "in-memory-window-state-id",
            "record-cache-id");

    private static final Set<String> NOISE_GROUPS = Set.of("app-info", "kafka-metrics-count");

    /** The process's own id, made anew at each start, would make every restart a new series. */
    private static final Pattern UNTIL_PROCESS_ID =
            Pattern.compile("^.*[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}-?");

    private KafkaNames() {}

    /** Whether a metric is shown; {@code all} are those of its client. */
    static boolean isShown(MetricName name, Map<MetricName, ? extends Metric> all) {
        return !NOISE_GROUPS.contains(name.group())
                && !name.name().contains("authentication")
                && !isOfRestore(name)
                && name.tags().keySet().stream().noneMatch(NOISE_TAGS::contains)
                && !isRateOfShownCounter(name, all);
    }

    /** Whether it is of a consumer that reads changelogs or reference data: how far that is, the restore progress tells. */
    static boolean isOfRestore(MetricName name) {
        var client = name.tags().getOrDefault("client-id", "");
        return client.endsWith("-restore-consumer") || client.endsWith("-global-consumer");
    }

    /** Prometheus makes the rate from the counter, over any time one asks for. */
    private static boolean isRateOfShownCounter(MetricName name, Map<MetricName, ? extends Metric> all) {
        if (!name.name().endsWith("-rate")) {
            return false;
        }
        var counter = name.name().substring(0, name.name().length() - "rate".length()) + "total";
        return all.containsKey(new MetricName(counter, name.group(), "", name.tags()));
    }

    /** {@code kafka_}, the group without {@code -metrics}, and the metric's name. */
    static String name(MetricName name) {
        var group = name.group().replaceFirst("-metrics$", "");
        return "kafka_" + snake(group) + "_" + snake(name.name());
    }

    static Map<String, String> labels(String application, MetricName name) {
        var labels = new TreeMap<String, String>();
        name.tags().forEach((tag, value) -> {
            var shown = UNTIL_PROCESS_ID.matcher(value).replaceFirst("");
            if (!shown.isEmpty()) {
                labels.put(snake(tag), shown);
            }
        });
        labels.put("application", application);
        return labels;
    }

    static String snake(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
    }
}
