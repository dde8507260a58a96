package dev.quintet.topology;

import dev.quintet.domain.order.OrderEvent;
import dev.quintet.domain.view.FactListener;
import org.apache.kafka.common.metrics.Sensor;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps every order as it is now, and its facts.
 *
 * <p>A fact that does not follow the one before it is left out, counted and logged: the log keeps it for ever, so nothing is
 * lost, and a view that stopped there (V1) would take every other order of the partition with it.
 */
final class ProjectOrders implements Processor<Object, OrderEvent, Object, Object> {
    private static final Logger LOG = LoggerFactory.getLogger(ProjectOrders.class);

    private final ViewLimits limits;
    private final FactListener listener;

    @SuppressWarnings("NullAway.Init")
    private OrderViewStores stores;

    /** Counts facts that were left out. */
    @SuppressWarnings("NullAway.Init")
    private Sensor leftOut;

    ProjectOrders(ViewLimits limits, FactListener listener) {
        this.limits = limits;
        this.listener = listener;
    }

    @Override
    public void init(ProcessorContext<Object, Object> context) {
        stores = new OrderViewStores(context, limits.factsMax());
        var sweep = new OrderSweep(stores, limits.retention());
        var _ = context.schedule(OrderSweep.EVERY, PunctuationType.WALL_CLOCK_TIME, sweep::goOn);
        leftOut = context.metrics()
                .addRateTotalSensor("views", context.taskId().toString(), "left-out", Sensor.RecordingLevel.INFO);
    }

    @Override
    public void process(Record<Object, OrderEvent> record) {
        var fact = record.value();
        var change = stores.apply(fact);
        if (change == null) {
            leftOut.record();
            LOG.warn(
                    "order {}: fact {} does not follow the one before it and is left out",
                    fact.orderId(),
                    fact.version());
            return;
        }
        listener.applied(change.after(), fact);
    }
}
