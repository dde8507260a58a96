package dev.quintet.wire;

import dev.quintet.domain.notification.Channel;
import dev.quintet.domain.notification.Message;
import dev.quintet.wire.avro.OutboxMessage;

final class OutboxMessageCodec implements Codec<Message, OutboxMessage> {
    @Override
    public OutboxMessage toAvro(Message message) {
        return new OutboxMessage(
                message.messageId(),
                message.customerId(),
                dev.quintet.wire.avro.Channel.valueOf(message.channel().name()),
                message.to(),
                message.subject(),
                message.body(),
                message.orderId(),
                message.template());
    }

    @Override
    public Message toDomain(OutboxMessage record) {
        return new Message(
                record.getMessageId(),
                record.getCustomerId(),
                Channel.valueOf(record.getChannel().name()),
                record.getTo(),
                record.getSubject(),
                record.getBody(),
                record.getOrderId(),
                record.getTemplate());
    }
}
