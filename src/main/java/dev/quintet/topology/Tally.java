package dev.quintet.topology;

import dev.quintet.wire.OwnMetrics;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.metrics.Sensor;
import org.apache.kafka.common.metrics.Sensor.RecordingLevel;
import org.apache.kafka.common.metrics.stats.CumulativeCount;
import org.apache.kafka.streams.processor.api.ProcessorContext;

/**
 * Counts by the values of a label, among the metrics of the service's Kafka Streams client. One series is shared by all
 * tasks of a process, so it outlives their moves.
 *
 * <p>Counted is what is processed: a transaction that rolls back is processed, and counted, again.
 */
final class Tally {
    private final ProcessorContext<?, ?> context;
    private final String name;
    private final String help;
    private final String label;
    private final Map<String, Sensor> sensors = new HashMap<>();

    /** A tally; the name ends in {@code -total}. Values that are known beforehand begin at 0. */
    Tally(ProcessorContext<?, ?> context, String name, String help, String label, Iterable<String> values) {
        this.context = context;
        this.name = name;
        this.help = help;
        this.label = label;
        for (var value : values) {
            sensors.put(value, sensor(value));
        }
    }

    void count(String value) {
        sensors.computeIfAbsent(value, this::sensor).record();
    }

    private Sensor sensor(String value) {
        var sensor = context.metrics().addSensor("quintet." + name + "." + value, RecordingLevel.INFO);
        // Changes nothing where another task was here before.
        sensor.add(new MetricName(name, OwnMetrics.GROUP, help, Map.of(label, value)), new CumulativeCount());
        return sensor;
    }
}
