package dev.quintet.wire;

import dev.quintet.domain.order.OrderEvent;
import dev.quintet.domain.order.OrderFact;
import dev.quintet.wire.avro.Cause;
import dev.quintet.wire.avro.OrderAccepted;
import dev.quintet.wire.avro.OrderRefused;

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
                switch (event.fact()) {
                    case OrderFact.Accepted accepted -> toAvro(accepted);
                    case OrderFact.Refused refused -> toAvro(refused);
                });
    }

    @Override
    public OrderEvent toDomain(dev.quintet.wire.avro.OrderEvent record) {
        var cause = record.getCause();
        return new OrderEvent(
                record.getOrderId(),
                record.getVersion(),
                record.getCustomerId(),
                record.getOccurredAt(),
                new OrderEvent.Cause(cause.getTopic(), cause.getPartition(), cause.getOffset()),
                switch (record.getFact()) {
                    case OrderAccepted accepted -> toDomain(accepted);
                    case OrderRefused refused -> toDomain(refused);
                    case Object other -> throw new PoisonRecordException("No such fact: " + other.getClass());
                });
    }

    private static OrderAccepted toAvro(OrderFact.Accepted accepted) {
        return new OrderAccepted(
                accepted.promotionId(),
                accepted.policyVersion(),
                SharedCodecs.toAvro(accepted.use()),
                accepted.outletId(),
                SharedCodecs.list(accepted.lines(), SharedCodecs::toAvro),
                accepted.discountPercent(),
                SharedCodecs.toAvro(accepted.total()),
                accepted.paymentMethod());
    }

    private static OrderFact.Accepted toDomain(OrderAccepted accepted) {
        return new OrderFact.Accepted(
                accepted.getPromotionId(),
                accepted.getPolicyVersion(),
                SharedCodecs.toDomain(accepted.getUse()),
                accepted.getOutletId(),
                SharedCodecs.list(accepted.getLines(), SharedCodecs::toDomain),
                accepted.getDiscountPercent(),
                SharedCodecs.toDomain(accepted.getTotal()),
                accepted.getPaymentMethod());
    }

    private static OrderRefused toAvro(OrderFact.Refused refused) {
        return new OrderRefused(
                refused.promotionId(),
                refused.policyVersion(),
                SharedCodecs.toAvro(refused.reason()),
                SharedCodecs.nullable(refused.use(), SharedCodecs::toAvro),
                refused.outletId(),
                SharedCodecs.list(refused.lines(), SharedCodecs::toAvro));
    }

    private static OrderFact.Refused toDomain(OrderRefused refused) {
        return new OrderFact.Refused(
                refused.getPromotionId(),
                refused.getPolicyVersion(),
                SharedCodecs.toDomain(refused.getReason()),
                SharedCodecs.nullable(refused.getUse(), SharedCodecs::toDomain),
                refused.getOutletId(),
                SharedCodecs.list(refused.getLines(), SharedCodecs::toDomain));
    }
}
