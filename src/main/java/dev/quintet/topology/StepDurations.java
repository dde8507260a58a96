package dev.quintet.topology;

import dev.quintet.domain.saga.StepTime;
import dev.quintet.wire.OwnMetrics;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.metrics.Sensor;
import org.apache.kafka.common.metrics.Sensor.RecordingLevel;
import org.apache.kafka.streams.processor.api.ProcessorContext;

/** How long the steps of sagas took, by step and outcome. Shared and counted like a {@link Tally}. */
final class StepDurations {
    private static final String NAME = "saga-step-duration-seconds";
    private static final String HELP = "Time from when a step was last asked for to what came of it";

    private final ProcessorContext<?, ?> context;
    private final Map<String, Sensor> sensors = new HashMap<>();

    StepDurations(ProcessorContext<?, ?> context) {
        this.context = context;
    }

    void record(StepTime time) {
        sensors.computeIfAbsent(time.step() + "." + time.outcome(), key -> sensor(key, time))
                .record(time.millis() / 1_000.0);
    }

    private Sensor sensor(String key, StepTime time) {
        var sensor = context.metrics().addSensor("quintet." + NAME + "." + key, RecordingLevel.INFO);
        synchronized (sensor) {
            if (!sensor.hasMetrics()) {
                var labels = Map.of("step", time.step(), "outcome", time.outcome());
                sensor.add(new DurationBuckets(NAME, OwnMetrics.GROUP, HELP, labels));
            }
        }
        return sensor;
    }
}
