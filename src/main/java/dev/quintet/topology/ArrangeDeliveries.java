package dev.quintet.topology;

import dev.quintet.domain.order.Ids;
import dev.quintet.domain.participant.Reply;
import dev.quintet.domain.shipping.Delivery;
import dev.quintet.domain.shipping.ShippingCommand;
import dev.quintet.wire.Stores;
import java.time.Duration;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Carries commands to {@link Delivery}, its shipments to whoever drives, and its replies back. */
final class ArrangeDeliveries implements Processor<String, ShippingCommand, Object, Object> {
    private final CustomerTables customers;
    private final Duration memory;

    @SuppressWarnings("NullAway.Init")
    private ProcessorContext<Object, Object> context;

    /** Customer id, command id and time of the command give the answer, of deliveries that were arranged. */
    @SuppressWarnings("NullAway.Init")
    private WrittenOnce<Reply> arranged;

    ArrangeDeliveries(CustomerTables customers, Duration memory) {
        this.customers = customers;
        this.memory = memory;
    }

    @Override
    public void init(ProcessorContext<Object, Object> context) {
        this.context = context;
        arranged = new WrittenOnce<>(context, Stores.ARRANGED_DELIVERIES, memory);
    }

    /** Asks for no commit: the customer knows already that the order is confirmed. */
    @Override
    public void process(Record<String, ShippingCommand> record) {
        var head = record.value().head();
        var key = Ids.ofCustomer(head.customerId(), head.commandId());
        var decision = Delivery.decide(
                record.value(), arranged.find(key, record.timestamp()), customers.customer(head.customerId()));
        if (decision.shipment() != null) {
            arranged.put(key, decision.reply(), record.timestamp());
            forward(record, head.orderId(), decision.shipment(), ShippingTopology.SHIPMENTS);
        }
        forward(record, head.customerId(), decision.reply(), ShippingTopology.REPLIES);
    }

    private void forward(Record<?, ?> command, String key, Object value, String output) {
        context.forward(new Record<>(key, value, command.timestamp(), new RecordHeaders()), output);
    }
}
