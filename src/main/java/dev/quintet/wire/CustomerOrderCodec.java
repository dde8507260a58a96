package dev.quintet.wire;

import dev.quintet.domain.view.CustomerOrder;
import dev.quintet.domain.view.OrderStatus;
import dev.quintet.wire.avro.CustomerOrderStatus;

final class CustomerOrderCodec implements Codec<CustomerOrder, dev.quintet.wire.avro.CustomerOrder> {
    @Override
    public dev.quintet.wire.avro.CustomerOrder toAvro(CustomerOrder order) {
        return new dev.quintet.wire.avro.CustomerOrder(
                order.orderId(),
                order.customerId(),
                order.version(),
                CustomerOrderStatus.valueOf(order.status().name()),
                order.placedAt(),
                order.changedAt(),
                order.promotionId(),
                order.outletId(),
                order.items(),
                SharedCodecs.nullable(order.total(), SharedCodecs::toAvro),
                SharedCodecs.nullable(order.reason(), SharedCodecs::toAvro),
                order.cancelCause(),
                order.holdsSlot(),
                order.change());
    }

    @Override
    public CustomerOrder toDomain(dev.quintet.wire.avro.CustomerOrder record) {
        return new CustomerOrder(
                record.getOrderId(),
                record.getCustomerId(),
                record.getVersion(),
                OrderStatus.valueOf(record.getStatus().name()),
                record.getPlacedAt(),
                record.getChangedAt(),
                record.getPromotionId(),
                record.getOutletId(),
                record.getItems(),
                SharedCodecs.nullable(record.getTotal(), SharedCodecs::toDomain),
                SharedCodecs.nullable(record.getReason(), SharedCodecs::toDomain),
                SharedCodecs.nullable(record.getCancelCause(), SharedCodecs::label),
                record.getHoldsSlot(),
                record.getChange());
    }
}
