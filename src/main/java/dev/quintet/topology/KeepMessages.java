package dev.quintet.topology;

import dev.quintet.domain.notification.Message;
import dev.quintet.domain.notification.Sent;
import dev.quintet.domain.view.OrderMessage;
import dev.quintet.wire.MessageKeys;
import dev.quintet.wire.Stores;
import java.time.Instant;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/** Keeps the messages about orders, and when each was sent. They are forgotten together with their order. */
final class KeepMessages implements Processor<Object, Object, Void, Void> {
    @SuppressWarnings("NullAway.Init")
    private KeyValueStore<String, OrderMessage> messages;

    @Override
    public void init(ProcessorContext<Void, Void> context) {
        messages = context.getStateStore(Stores.ORDER_MESSAGES);
    }

    @Override
    public void process(Record<Object, Object> record) {
        switch (record.value()) {
            case Message message -> {
                var key = MessageKeys.of(message.customerId(), message.orderId(), message.messageId());
                var writtenAt = Instant.ofEpochMilli(record.timestamp());
                messages.put(key, OrderMessage.written(messages.get(key), message, writtenAt));
            }
            case Sent sent -> {
                var key = MessageKeys.of(sent.customerId(), sent.orderId(), sent.messageId());
                messages.put(key, OrderMessage.sent(messages.get(key), sent));
            }
            default -> throw new IllegalArgumentException("Neither a message nor that one was sent: " + record.value());
        }
    }
}
