package dev.quintet.wire;

import dev.quintet.domain.order.OrderEvent;
import dev.quintet.wire.avro.Cause;

final class OrderEventCodec implements Codec<OrderEvent, dev.quintet.wire.avro.OrderEvent> {
    @Override
    public dev.quintet.wire.avro.OrderEvent toAvro(OrderEvent event) {
        var cause = event.cause();
        return new dev.quintet.wire.avro.OrderEvent(
                event.orderId(),
                event.version(),
                event.customerId(),
                event.occurredAt(),
                new Cause(cause.topic(), cause.partition(), cause.offset()),
                OrderFactCodec.toAvro(event.fact()));
    }

    @Override
    public OrderEvent toDomain(dev.quintet.wire.avro.OrderEvent record) {
        var cause = record.getCause();
        return new OrderEvent(
                record.getOrderId(),
                record.getVersion(),
                record.getCustomerId(),
                record.getOccurredAt(),
                new OrderEvent.Cause(SharedCodecs.label(cause.getTopic()), cause.getPartition(), cause.getOffset()),
                OrderFactCodec.toDomain(record.getFact()));
    }
}
