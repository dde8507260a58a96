package dev.quintet.topology;

import dev.quintet.domain.view.CustomerListener;
import dev.quintet.domain.view.CustomerOrder;
import dev.quintet.wire.CustomerOrderKeys;
import dev.quintet.wire.Stores;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/** Keeps the orders of every customer, newest first. */
final class ListCustomerOrders implements Processor<Object, CustomerOrder, Void, Void> {
    private final ViewLimits limits;
    private final CustomerListener listener;

    @SuppressWarnings("NullAway.Init")
    private KeyValueStore<String, CustomerOrder> orders;

    ListCustomerOrders(ViewLimits limits, CustomerListener listener) {
        this.limits = limits;
        this.listener = listener;
    }

    @Override
    public void init(ProcessorContext<Void, Void> context) {
        orders = context.getStateStore(Stores.CUSTOMER_ORDERS);
        var sweep = new Sweep<>(
                orders,
                limits.retention(),
                order -> order.status().isTerminal() ? order.changedAt() : null,
                orders::delete);
        var _ = context.schedule(Sweep.EVERY, PunctuationType.WALL_CLOCK_TIME, sweep::goOn);
    }

    @Override
    public void process(Record<Object, CustomerOrder> record) {
        var order = record.value();
        orders.put(CustomerOrderKeys.of(order.customerId(), order.placedAt(), order.orderId()), order);
        listener.changed(order);
    }
}
