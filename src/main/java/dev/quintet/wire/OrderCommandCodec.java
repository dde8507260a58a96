package dev.quintet.wire;

import dev.quintet.domain.order.OrderCommand;
import dev.quintet.domain.order.PlaceOrder;

final class OrderCommandCodec implements Codec<OrderCommand, dev.quintet.wire.avro.OrderCommand> {
    @Override
    public dev.quintet.wire.avro.OrderCommand toAvro(OrderCommand command) {
        return switch (command) {
            case PlaceOrder order -> new dev.quintet.wire.avro.OrderCommand(toAvro(order));
        };
    }

    @Override
    public OrderCommand toDomain(dev.quintet.wire.avro.OrderCommand record) {
        return switch (record.getCommand()) {
            case dev.quintet.wire.avro.PlaceOrder order -> toDomain(order);
            case Object other -> throw new PoisonRecordException("No such command: " + other.getClass());
        };
    }

    private static PlaceOrder toDomain(dev.quintet.wire.avro.PlaceOrder order) {
        return new PlaceOrder(
                order.getOrderId(),
                order.getCustomerId(),
                order.getPromotionId(),
                order.getOutletId(),
                SharedCodecs.list(order.getLines(), SharedCodecs::toDomain),
                order.getPaymentMethod());
    }

    private static dev.quintet.wire.avro.PlaceOrder toAvro(PlaceOrder order) {
        return new dev.quintet.wire.avro.PlaceOrder(
                order.orderId(),
                order.customerId(),
                order.promotionId(),
                order.outletId(),
                SharedCodecs.list(order.lines(), SharedCodecs::toAvro),
                order.paymentMethod());
    }
}
