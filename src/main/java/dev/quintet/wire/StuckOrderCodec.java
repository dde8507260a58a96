package dev.quintet.wire;

import dev.quintet.domain.view.StuckOrder;

final class StuckOrderCodec implements Codec<StuckOrder, dev.quintet.wire.avro.StuckOrder> {
    @Override
    public dev.quintet.wire.avro.StuckOrder toAvro(StuckOrder order) {
        return new dev.quintet.wire.avro.StuckOrder(order.orderId(), order.customerId(), order.since(), order.steps());
    }

    @Override
    public StuckOrder toDomain(dev.quintet.wire.avro.StuckOrder record) {
        return new StuckOrder(record.getOrderId(), record.getCustomerId(), record.getSince(), record.getSteps());
    }
}
