package dev.quintet.wire;

import dev.quintet.domain.view.OrderMessage;

final class OrderMessageCodec implements Codec<OrderMessage, dev.quintet.wire.avro.OrderMessage> {
    private final OutboxMessageCodec messages = new OutboxMessageCodec();

    @Override
    public dev.quintet.wire.avro.OrderMessage toAvro(OrderMessage message) {
        return new dev.quintet.wire.avro.OrderMessage(
                SharedCodecs.nullable(message.message(), messages::toAvro),
                message.writtenAt(),
                message.sentAt(),
                message.undeliverable());
    }

    @Override
    public OrderMessage toDomain(dev.quintet.wire.avro.OrderMessage record) {
        return new OrderMessage(
                SharedCodecs.nullable(record.getMessage(), messages::toDomain),
                record.getWrittenAt(),
                record.getSentAt(),
                record.getUndeliverable());
    }
}
