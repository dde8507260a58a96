package dev.quintet.wire;

import dev.quintet.domain.notification.OrderContent;

final class OrderContentCodec implements Codec<OrderContent, dev.quintet.wire.avro.OrderContent> {
    @Override
    public dev.quintet.wire.avro.OrderContent toAvro(OrderContent content) {
        return new dev.quintet.wire.avro.OrderContent(
                SharedCodecs.list(content.lines(), SharedCodecs::toAvro),
                content.discountPercent(),
                SharedCodecs.toAvro(content.total()));
    }

    @Override
    public OrderContent toDomain(dev.quintet.wire.avro.OrderContent record) {
        return new OrderContent(
                SharedCodecs.list(record.getLines(), SharedCodecs::toDomain),
                record.getDiscountPercent(),
                SharedCodecs.toDomain(record.getTotal()));
    }
}
