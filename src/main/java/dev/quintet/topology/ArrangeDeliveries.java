package dev.quintet.topology;

import dev.quintet.domain.order.Ids;
import dev.quintet.domain.participant.Reply;
import dev.quintet.domain.shipping.Delivery;
import dev.quintet.domain.shipping.ShippingCommand;
import dev.quintet.wire.Stores;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.WindowStore;
import org.jspecify.annotations.Nullable;

/** Carries commands to {@link Delivery}, its shipments to whoever drives, and its replies back. */
final class ArrangeDeliveries implements Processor<String, ShippingCommand, Object, Object> {
    private static final long REMEMBERED = Stores.MEMORY_RETENTION.toMillis();

    private final CustomerTables customers;

    @SuppressWarnings("NullAway.Init")
    private ProcessorContext<Object, Object> context;

    /** Customer id, command id and time of the command give the answer, of deliveries that were arranged. */
    @SuppressWarnings("NullAway.Init")
    private WindowStore<String, Reply> arranged;

    ArrangeDeliveries(CustomerTables customers) {
        this.customers = customers;
    }

    @Override
    public void init(ProcessorContext<Object, Object> context) {
        this.context = context;
        arranged = context.getStateStore(Stores.ARRANGED_DELIVERIES);
    }

    /** Asks for no commit: the customer knows already that the order is confirmed. */
    @Override
    public void process(Record<String, ShippingCommand> record) {
        var head = record.value().head();
        var key = Ids.ofCustomer(head.customerId(), head.commandId());
        var decision =
                Delivery.decide(record.value(), find(key, record.timestamp()), customers.customer(head.customerId()));
        if (decision.shipment() != null) {
            arranged.put(key, decision.reply(), record.timestamp());
            forward(record, head.orderId(), decision.shipment(), ShippingTopology.SHIPMENTS);
        }
        forward(record, head.customerId(), decision.reply(), ShippingTopology.REPLIES);
    }

    /** Looks both ways, because a broker's clock may step back. */
    private @Nullable Reply find(String key, long at) {
        try (var answers = arranged.fetch(key, Math.max(0, at - REMEMBERED), at + REMEMBERED)) {
            return answers.hasNext() ? answers.next().value : null;
        }
    }

    private void forward(Record<?, ?> command, String key, Object value, String output) {
        context.forward(new Record<>(key, value, command.timestamp(), new RecordHeaders()), output);
    }
}
