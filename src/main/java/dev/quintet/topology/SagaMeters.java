package dev.quintet.topology;

import dev.quintet.domain.saga.Progress;
import dev.quintet.domain.saga.Saga;
import dev.quintet.domain.saga.SagaState;
import dev.quintet.domain.saga.StepTime;
import dev.quintet.wire.OwnMetrics;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.metrics.Sensor;
import org.apache.kafka.common.metrics.Sensor.RecordingLevel;
import org.apache.kafka.common.metrics.stats.Value;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.jspecify.annotations.Nullable;

/** What is measured of the sagas of one task: how many are open, how they go on, and how long their steps take. */
final class SagaMeters {
    private final ProcessorContext<?, ?> context;
    private final Tally transitions;
    private final StepDurations steps;
    private final Map<SagaState, Long> open = new EnumMap<>(SagaState.class);
    private final Map<SagaState, Sensor> gauges = new EnumMap<>(SagaState.class);

    SagaMeters(ProcessorContext<?, ?> context) {
        this.context = context;
        transitions = new Tally(
                context,
                "saga-transitions-total",
                "Sagas that came into a state",
                "state",
                Stream.of(SagaState.values()).map(SagaState::name).toList());
        steps = new StepDurations(context);
        for (var state : SagaState.values()) {
            if (!state.isEnd()) {
                gauges.put(state, gauge(state));
                add(state, 0);
            }
        }
    }

    /** A saga that was open when the task started. */
    void found(Saga saga) {
        add(SagaState.of(saga), 1);
    }

    /** What an input made of a saga; null before it began. */
    void moved(@Nullable Saga before, Progress progress, long now) {
        var was = before == null ? null : SagaState.of(before);
        var is = SagaState.of(progress);
        if (was != is) {
            transitions.count(is.name());
            if (was != null) {
                add(was, -1);
            }
            if (!is.isEnd()) {
                add(is, 1);
            }
        }
        if (before != null) {
            for (var fact : progress.facts()) {
                var time = StepTime.of(before, fact, now);
                if (time != null) {
                    steps.record(time);
                }
            }
        }
    }

    /** The task goes elsewhere, and its sagas with it. */
    void close() {
        gauges.values().forEach(context.metrics()::removeSensor);
    }

    private void add(SagaState state, long change) {
        long count = open.merge(state, change, Long::sum);
        var gauge = gauges.get(state);
        if (gauge != null) {
            gauge.record((double) count);
        }
    }

    private Sensor gauge(SagaState state) {
        var task = context.taskId().toString();
        var sensor = context.metrics().addSensor("quintet.sagas." + state + "." + task, RecordingLevel.INFO);
        sensor.add(
                new MetricName(
                        "sagas",
                        OwnMetrics.GROUP,
                        "Open sagas by state",
                        Map.of("state", state.name(), OwnMetrics.TASK, task)),
                new Value());
        return sensor;
    }
}
