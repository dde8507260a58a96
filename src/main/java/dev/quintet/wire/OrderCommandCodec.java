package dev.quintet.wire;

import dev.quintet.domain.order.CancelOrder;
import dev.quintet.domain.order.OperatorAction;
import dev.quintet.domain.order.OrderCommand;
import dev.quintet.domain.order.PlaceOrder;
import dev.quintet.domain.order.RepairOrder;

final class OrderCommandCodec implements Codec<OrderCommand, dev.quintet.wire.avro.OrderCommand> {
    @Override
    public dev.quintet.wire.avro.OrderCommand toAvro(OrderCommand command) {
        return switch (command) {
            case PlaceOrder order -> new dev.quintet.wire.avro.OrderCommand(toAvro(order));
            case CancelOrder(var orderId, var customerId, var reason) ->
                new dev.quintet.wire.avro.OrderCommand(
                        new dev.quintet.wire.avro.CancelOrder(orderId, customerId, reason));
            case RepairOrder repair -> new dev.quintet.wire.avro.OrderCommand(toAvro(repair));
        };
    }

    @Override
    public OrderCommand toDomain(dev.quintet.wire.avro.OrderCommand record) {
        return switch (record.getCommand()) {
            case dev.quintet.wire.avro.PlaceOrder order -> toDomain(order);
            case dev.quintet.wire.avro.CancelOrder cancel ->
                new CancelOrder(cancel.getOrderId(), cancel.getCustomerId(), SharedCodecs.reason(cancel.getReason()));
            case dev.quintet.wire.avro.RepairOrder repair -> toDomain(repair);
            case Object other -> throw new PoisonRecordException("No such command: " + other.getClass());
        };
    }

    private static dev.quintet.wire.avro.RepairOrder toAvro(RepairOrder repair) {
        return new dev.quintet.wire.avro.RepairOrder(
                repair.orderId(),
                repair.customerId(),
                dev.quintet.wire.avro.OperatorAction.valueOf(repair.action().name()),
                repair.step(),
                repair.reason(),
                repair.by());
    }

    private static RepairOrder toDomain(dev.quintet.wire.avro.RepairOrder repair) {
        return new RepairOrder(
                repair.getOrderId(),
                repair.getCustomerId(),
                OperatorAction.valueOf(repair.getAction().name()),
                repair.getStep(),
                SharedCodecs.reason(repair.getReason()),
                SharedCodecs.label(repair.getBy()));
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
