package dev.quintet.topology;

import dev.quintet.domain.order.Ids;
import dev.quintet.domain.participant.CommandHead;
import dev.quintet.domain.participant.Reply;
import dev.quintet.domain.shipping.Delivery;
import dev.quintet.domain.shipping.DeliveryPromise;
import dev.quintet.domain.shipping.Promises;
import dev.quintet.domain.shipping.Shipment;
import dev.quintet.domain.shipping.ShippingCommand;
import dev.quintet.domain.shipping.ShippingRequest;
import dev.quintet.wire.Stores;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Function;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Carries commands to {@link Promises} and {@link Delivery}, their shipments to whoever drives, and their replies back. */
final class CarryOutDeliveries implements Processor<String, ShippingCommand, Object, Object> {
    private final CustomerTables customers;
    private final Duration memory;

    @SuppressWarnings("NullAway.Init")
    private ProcessorContext<Object, Object> context;

    @SuppressWarnings("NullAway.Init")
    private OrderMemory<DeliveryPromise> promises;

    /** Customer id, command id and time of the command give the answer, of deliveries that were arranged. */
    @SuppressWarnings("NullAway.Init")
    private WrittenOnce<Reply> arranged;

    @SuppressWarnings("NullAway.Init")
    private PromptCommit prompt;

    /** @param memory how long an order is remembered that nothing is promised for */
    CarryOutDeliveries(CustomerTables customers, Duration memory) {
        this.customers = customers;
        this.memory = memory;
    }

    @Override
    public void init(ProcessorContext<Object, Object> context) {
        this.context = context;
        promises = new OrderMemory<>(
                context, Stores.DELIVERY_PROMISES, Stores.ENDED_DELIVERIES, memory, DeliveryPromise::isOpen);
        arranged = new WrittenOnce<>(context, Stores.ARRANGED_DELIVERIES, memory);
        prompt = new PromptCommit(context);
    }

    @Override
    public void process(Record<String, ShippingCommand> record) {
        var head = record.value().head();
        switch (record.value().request()) {
            case ShippingRequest.Arrange wanted -> arrange(record, head, wanted);
            case ShippingRequest.Promise wanted -> {
                var customer = customers.customer(head.customerId());
                keep(record, before -> Promises.promise(before, head, wanted, customer));
                prompt.forRecordOf(record.timestamp());
            }
            case ShippingRequest.Cancel() -> {
                keep(record, before -> Promises.cancel(before, head));
                prompt.forRecordOf(record.timestamp());
            }
            // Asks for no commit: the customer knows already that the order is confirmed.
            case ShippingRequest.Dispatch() -> keep(record, before -> Promises.dispatch(before, head));
        }
    }

    /** Reads, decides, writes. */
    private void keep(Record<String, ShippingCommand> record, Function<DeliveryPromise, Promises.Decision> decide) {
        var key = record.value().head().order();
        var found = promises.find(key);
        var before = Objects.requireNonNullElse(found.value(), DeliveryPromise.NONE);
        var decision = decide.apply(before);
        if (!decision.promise().equals(before)) {
            promises.put(key, found, decision.promise());
        }
        answer(record, decision.reply(), decision.shipment());
    }

    private void arrange(Record<String, ShippingCommand> record, CommandHead head, ShippingRequest.Arrange wanted) {
        var key = Ids.ofCustomer(head.customerId(), head.commandId());
        var decision = Delivery.decide(
                head, wanted, arranged.find(key, record.timestamp()), customers.customer(head.customerId()));
        if (decision.shipment() != null) {
            arranged.put(key, decision.reply(), record.timestamp());
        }
        answer(record, decision.reply(), decision.shipment());
    }

    private void answer(Record<String, ShippingCommand> record, Reply reply, @Nullable Shipment shipment) {
        var head = record.value().head();
        if (shipment != null) {
            forward(record, head.orderId(), shipment, ShippingTopology.SHIPMENTS);
        }
        forward(record, head.customerId(), reply, ShippingTopology.REPLIES);
    }

    private void forward(Record<?, ?> command, String key, Object value, String output) {
        context.forward(new Record<>(key, value, command.timestamp(), new RecordHeaders()), output);
    }
}
