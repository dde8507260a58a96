package dev.quintet.topology;

import dev.quintet.wire.OwnMetrics;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.metrics.CompoundStat;
import org.apache.kafka.common.metrics.Measurable;
import org.apache.kafka.common.metrics.MetricConfig;

/**
 * How long something took, in seconds: how often within which limits, and the sum. Unlike an average, those of several
 * processes can be added up. Its sensor's lock guards it.
 */
final class DurationBuckets implements CompoundStat {
    private static final double[] LIMITS = {
        0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, Double.POSITIVE_INFINITY
    };

    private final String name;
    private final String group;
    private final String help;
    private final Map<String, String> labels;
    private final long[] counts = new long[LIMITS.length];
    private double sum;

    DurationBuckets(String name, String group, String help, Map<String, String> labels) {
        this.name = name;
        this.group = group;
        this.help = help;
        this.labels = labels;
    }

    @Override
    public void record(MetricConfig config, double seconds, long timeMs) {
        int bucket = 0;
        while (seconds > LIMITS[bucket]) {
            bucket++;
        }
        counts[bucket]++;
        sum += seconds;
    }

    @Override
    public List<NamedMeasurable> stats() {
        var stats = new ArrayList<NamedMeasurable>();
        for (int i = 0; i < LIMITS.length; i++) {
            int bucket = i;
            var tags = new HashMap<>(labels);
            tags.put(OwnMetrics.LIMIT, String.valueOf(LIMITS[bucket]));
            stats.add(measured("-bucket", tags, (_, _) -> counts[bucket]));
        }
        stats.add(measured("-sum", labels, (_, _) -> sum));
        return stats;
    }

    private NamedMeasurable measured(String suffix, Map<String, String> tags, Measurable value) {
        return new NamedMeasurable(new MetricName(name + suffix, group, help, tags), value);
    }
}
