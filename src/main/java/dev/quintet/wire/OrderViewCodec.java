package dev.quintet.wire;

import dev.quintet.domain.saga.StepStatus;
import dev.quintet.domain.view.LineView;
import dev.quintet.domain.view.OrderStatus;
import dev.quintet.domain.view.OrderView;
import dev.quintet.domain.view.Ordered;
import dev.quintet.domain.view.StepView;
import dev.quintet.wire.avro.OrderCourse;
import dev.quintet.wire.avro.StepViewStatus;

final class OrderViewCodec implements Codec<OrderView, dev.quintet.wire.avro.OrderView> {
    @Override
    public dev.quintet.wire.avro.OrderView toAvro(OrderView view) {
        var ordered = view.ordered();
        return new dev.quintet.wire.avro.OrderView(
                view.orderId(),
                view.customerId(),
                view.version(),
                OrderCourse.valueOf(view.course().name()),
                view.placedAt(),
                view.changedAt(),
                ordered.promotionId(),
                ordered.policyVersion(),
                ordered.outletId(),
                SharedCodecs.list(ordered.lines(), OrderViewCodec::toAvro),
                ordered.discountPercent(),
                SharedCodecs.nullable(ordered.total(), SharedCodecs::toAvro),
                SharedCodecs.nullable(ordered.use(), SharedCodecs::toAvro),
                SharedCodecs.nullable(view.reason(), SharedCodecs::toAvro),
                view.cancelCause(),
                view.holdsSlot(),
                SharedCodecs.list(view.steps(), OrderViewCodec::toAvro),
                view.stuck(),
                view.sagaVersion());
    }

    @Override
    public OrderView toDomain(dev.quintet.wire.avro.OrderView record) {
        return new OrderView(
                record.getOrderId(),
                record.getCustomerId(),
                record.getVersion(),
                OrderStatus.valueOf(record.getCourse().name()),
                record.getPlacedAt(),
                record.getChangedAt(),
                new Ordered(
                        record.getPromotionId(),
                        record.getPolicyVersion(),
                        record.getOutletId(),
                        SharedCodecs.list(record.getLines(), OrderViewCodec::toDomain),
                        record.getDiscountPercent(),
                        SharedCodecs.nullable(record.getTotal(), SharedCodecs::toDomain),
                        SharedCodecs.nullable(record.getUse(), SharedCodecs::toDomain)),
                SharedCodecs.nullable(record.getReason(), SharedCodecs::toDomain),
                SharedCodecs.nullable(record.getCancelCause(), SharedCodecs::label),
                record.getHoldsSlot(),
                record.getSagaVersion(),
                SharedCodecs.list(record.getSteps(), OrderViewCodec::toDomain),
                record.getStuck());
    }

    private static dev.quintet.wire.avro.LineView toAvro(LineView line) {
        return new dev.quintet.wire.avro.LineView(line.itemId(), line.quantity(), line.unitPriceMinor());
    }

    private static LineView toDomain(dev.quintet.wire.avro.LineView line) {
        return new LineView(line.getItemId(), line.getQuantity(), line.getUnitPriceMinor());
    }

    private static dev.quintet.wire.avro.StepView toAvro(StepView step) {
        return new dev.quintet.wire.avro.StepView(
                step.name(),
                StepViewStatus.valueOf(step.status().name()),
                step.attempts(),
                step.reference(),
                step.reason(),
                step.begunAt());
    }

    private static StepView toDomain(dev.quintet.wire.avro.StepView step) {
        return new StepView(
                step.getName(),
                StepStatus.valueOf(step.getStatus().name()),
                step.getAttempts(),
                SharedCodecs.nullable(step.getReference(), SharedCodecs::label),
                SharedCodecs.nullable(step.getReason(), SharedCodecs::label),
                step.getBegunAt());
    }
}
