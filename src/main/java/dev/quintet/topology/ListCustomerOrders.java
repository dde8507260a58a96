package dev.quintet.topology;

import dev.quintet.domain.view.CustomerListener;
import dev.quintet.domain.view.CustomerOrder;
import dev.quintet.domain.view.OrderStatus;
import dev.quintet.wire.CustomerOrderKeys;
import dev.quintet.wire.Stores;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** Keeps the orders of every customer, newest first. */
final class ListCustomerOrders implements Processor<Object, CustomerOrder, Void, Void> {
    private final ViewLimits limits;
    private final CustomerListener listener;

    @SuppressWarnings("NullAway.Init")
    private ProcessorContext<Void, Void> context;

    @SuppressWarnings("NullAway.Init")
    private KeyValueStore<String, CustomerOrder> orders;

    @SuppressWarnings("NullAway.Init")
    private Sweep<CustomerOrder> sweep;

    private @Nullable Turns turns;

    ListCustomerOrders(ViewLimits limits, CustomerListener listener) {
        this.limits = limits;
        this.listener = listener;
    }

    @Override
    public void init(ProcessorContext<Void, Void> context) {
        this.context = context;
        orders = context.getStateStore(Stores.CUSTOMER_ORDERS);
        sweep = new Sweep<>(
                orders,
                limits.retention(),
                order -> order.status().isTerminal() ? order.changedAt() : null,
                orders::delete);
        turns = Turns.every(Sweep.EVERY, context, sweep::goOn);
    }

    @Override
    public void close() {
        if (turns != null) {
            turns.close();
        }
    }

    @Override
    public void process(Record<Object, CustomerOrder> record) {
        // The records of a customer come on one partition, so their offsets are the order of the changes.
        var order = record.value()
                .at(context.recordMetadata().map(from -> from.offset() + 1).orElse(0L));
        var key = CustomerOrderKeys.of(order.customerId(), order.placedAt(), order.orderId());
        orders.put(key, order);
        if (order.status() == OrderStatus.ACCEPTED || order.status() == OrderStatus.REFUSED) {
            sweep.came(key);
        }
        listener.changed(order);
    }
}
