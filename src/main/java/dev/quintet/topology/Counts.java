package dev.quintet.topology;

import org.apache.kafka.common.metrics.Sensor;
import org.apache.kafka.streams.processor.api.ProcessorContext;

/** Counts of what a task met, among the metrics of Kafka Streams. */
final class Counts {
    private Counts() {}

    /**
     * A count that is shown as {@code <what>-total} and {@code <what>-rate} of {@code stream-<scope>-metrics}, for each task.
     * What a rollback takes back stays counted.
     */
    static Sensor of(ProcessorContext<?, ?> context, String scope, String what) {
        return context.metrics()
                .addRateTotalSensor(scope, context.taskId().toString(), what, Sensor.RecordingLevel.INFO);
    }
}
