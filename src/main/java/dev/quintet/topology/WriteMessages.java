package dev.quintet.topology;

import dev.quintet.domain.notification.Notification;
import dev.quintet.domain.notification.OrderContent;
import dev.quintet.domain.order.Ids;
import dev.quintet.domain.order.OrderEvent;
import dev.quintet.domain.order.OrderFact;
import dev.quintet.wire.Stores;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries what happened to orders to {@link Notification}, and its messages to the outbox. */
final class WriteMessages implements Processor<String, OrderEvent, Object, Object> {
    private static final Logger LOG = LoggerFactory.getLogger(WriteMessages.class);

    private final CustomerTables customers;
    private final Duration memory;

    @SuppressWarnings("NullAway.Init")
    private ProcessorContext<Object, Object> context;

    /** Customer id, order id and time of the order give what was ordered. */
    @SuppressWarnings("NullAway.Init")
    private WrittenOnce<OrderContent> contents;

    /** Counts events that nobody was told of, because nobody knows the customer. */
    @SuppressWarnings("NullAway.Init")
    private Tally unaddressed;

    WriteMessages(CustomerTables customers, Duration memory) {
        this.customers = customers;
        this.memory = memory;
    }

    @Override
    public void init(ProcessorContext<Object, Object> context) {
        this.context = context;
        contents = new WrittenOnce<>(context, Stores.ORDER_CONTENTS, memory);
        unaddressed = new Tally(
                context,
                "unaddressed-facts-total",
                "Facts that nobody was told of, by type",
                "fact",
                List.of("OrderConfirmed", "OrderCompleted", "OrderCancelled"));
    }

    @Override
    public void process(Record<String, OrderEvent> record) {
        var event = record.value();
        if (event.fact() instanceof OrderFact.Accepted accepted) {
            contents.put(storeKey(event), OrderContent.of(accepted), record.timestamp());
        } else if (Notification.isNews(event, Instant.ofEpochMilli(context.currentSystemTimeMs()))) {
            tell(event, record.timestamp());
        }
    }

    private void tell(OrderEvent event, long at) {
        var customer = customers.customer(event.customerId());
        if (customer == null) {
            unaddressed.count(event.fact().type());
            LOG.debug(
                    "order {}: nobody is told, because customer {} is not known", event.orderId(), event.customerId());
            return;
        }
        for (var message : Notification.of(event, contents.find(storeKey(event), at), customer)) {
            context.forward(new Record<>(message.key(), message, at, new RecordHeaders()));
        }
    }

    /** With the customer, so that nobody is ever told of the order of another. */
    private static String storeKey(OrderEvent event) {
        return Ids.ofCustomer(event.customerId(), event.orderId());
    }
}
