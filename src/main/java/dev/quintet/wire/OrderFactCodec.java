package dev.quintet.wire;

import dev.quintet.domain.order.OperatorAction;
import dev.quintet.domain.order.OrderFact;
import dev.quintet.wire.avro.CancelRefused;
import dev.quintet.wire.avro.CancelRequested;
import dev.quintet.wire.avro.OperatorActed;
import dev.quintet.wire.avro.OperatorNeeded;
import dev.quintet.wire.avro.OrderAccepted;
import dev.quintet.wire.avro.OrderCancelled;
import dev.quintet.wire.avro.OrderCompleted;
import dev.quintet.wire.avro.OrderConfirmed;
import dev.quintet.wire.avro.OrderRefused;
import dev.quintet.wire.avro.StepCompensated;
import dev.quintet.wire.avro.StepFailed;
import dev.quintet.wire.avro.StepRetried;
import dev.quintet.wire.avro.StepSucceeded;
import org.apache.avro.specific.SpecificRecord;

/** The union of facts in an order's event. */
final class OrderFactCodec {
    private OrderFactCodec() {}

    static SpecificRecord toAvro(OrderFact fact) {
        return switch (fact) {
            case OrderFact.Accepted accepted -> toAvro(accepted);
            case OrderFact.Refused refused -> toAvro(refused);
            case OrderFact.StepSucceeded(var step, var reference) -> new StepSucceeded(step, reference);
            case OrderFact.StepRetried(var step, var attempt) -> new StepRetried(step, attempt);
            case OrderFact.StepFailed(var step, var reason, var attempts) -> new StepFailed(step, reason, attempts);
            case OrderFact.Confirmed() -> new OrderConfirmed();
            case OrderFact.Completed() -> new OrderCompleted();
            case OrderFact.CancelRequested(var by, var reason) -> new CancelRequested(by, reason);
            case OrderFact.CancelRefused(var by) -> new CancelRefused(by);
            case OrderFact.StepCompensated(var step) -> new StepCompensated(step);
            case OrderFact.Cancelled(var cause, var released) -> new OrderCancelled(cause, released);
            case OrderFact.OperatorNeeded(var step, var attempts) -> new OperatorNeeded(step, attempts);
            case OrderFact.OperatorActed(var action, var step, var reason, var by) ->
                new OperatorActed(dev.quintet.wire.avro.OperatorAction.valueOf(action.name()), step, reason, by);
        };
    }

    static OrderFact toDomain(Object record) {
        return switch (record) {
            case OrderAccepted accepted -> toDomain(accepted);
            case OrderRefused refused -> toDomain(refused);
            case StepSucceeded fact ->
                new OrderFact.StepSucceeded(
                        fact.getStep(), SharedCodecs.nullable(fact.getReference(), SharedCodecs::label));
            case StepRetried fact -> new OrderFact.StepRetried(fact.getStep(), fact.getAttempt());
            case StepFailed fact ->
                new OrderFact.StepFailed(fact.getStep(), SharedCodecs.label(fact.getReason()), fact.getAttempts());
            case OrderConfirmed _ -> new OrderFact.Confirmed();
            case OrderCompleted _ -> new OrderFact.Completed();
            case CancelRequested fact ->
                new OrderFact.CancelRequested(SharedCodecs.label(fact.getBy()), SharedCodecs.reason(fact.getReason()));
            case CancelRefused fact -> new OrderFact.CancelRefused(SharedCodecs.label(fact.getBy()));
            case StepCompensated fact -> new OrderFact.StepCompensated(fact.getStep());
            case OrderCancelled fact ->
                new OrderFact.Cancelled(SharedCodecs.label(fact.getCause()), fact.getSlotReleased());
            case OperatorNeeded fact -> new OrderFact.OperatorNeeded(fact.getStep(), fact.getAttempts());
            case OperatorActed fact ->
                new OrderFact.OperatorActed(
                        OperatorAction.valueOf(fact.getAction().name()),
                        fact.getStep(),
                        SharedCodecs.reason(fact.getReason()),
                        SharedCodecs.label(fact.getBy()));
            default -> throw new PoisonRecordException("No such fact: " + record.getClass());
        };
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
                accepted.paymentMethod(),
                accepted.sagaVersion());
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
                accepted.getPaymentMethod(),
                accepted.getSagaVersion());
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
