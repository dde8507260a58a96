package dev.quintet.wire;

import dev.quintet.domain.saga.Purchase;
import dev.quintet.domain.saga.Saga;
import dev.quintet.domain.saga.StepState;
import dev.quintet.domain.saga.StepStatus;
import dev.quintet.wire.avro.SagaStep;
import dev.quintet.wire.avro.SagaStepStatus;

final class SagaCodec implements Codec<Saga, dev.quintet.wire.avro.Saga> {
    @Override
    public dev.quintet.wire.avro.Saga toAvro(Saga saga) {
        var purchase = saga.purchase();
        return new dev.quintet.wire.avro.Saga(
                purchase.orderId(),
                purchase.customerId(),
                purchase.promotionId(),
                purchase.placedAt(),
                purchase.outletId(),
                SharedCodecs.list(purchase.lines(), SharedCodecs::toAvro),
                SharedCodecs.toAvro(purchase.total()),
                purchase.paymentMethod(),
                saga.definition(),
                saga.version(),
                saga.cancelCause(),
                saga.confirmed(),
                SharedCodecs.list(saga.steps(), SagaCodec::toAvro),
                purchase.policyVersion(),
                SharedCodecs.nullable(purchase.use(), SharedCodecs::toAvro),
                purchase.incarnation());
    }

    @Override
    public Saga toDomain(dev.quintet.wire.avro.Saga record) {
        var purchase = new Purchase(
                record.getOrderId(),
                record.getCustomerId(),
                record.getPromotionId(),
                record.getPlacedAt(),
                record.getOutletId(),
                SharedCodecs.list(record.getLines(), SharedCodecs::toDomain),
                SharedCodecs.toDomain(record.getTotal()),
                record.getPaymentMethod(),
                record.getPolicyVersion(),
                SharedCodecs.nullable(record.getUse(), SharedCodecs::toDomain),
                record.getIncarnation());
        return new Saga(
                purchase,
                record.getDefinition(),
                record.getVersion(),
                SharedCodecs.nullable(record.getCancelCause(), SharedCodecs::label),
                record.getConfirmed(),
                SharedCodecs.list(record.getSteps(), SagaCodec::toDomain));
    }

    private static SagaStep toAvro(StepState step) {
        return new SagaStep(
                step.name(),
                SagaStepStatus.valueOf(step.status().name()),
                step.attempt(),
                step.dueAt(),
                step.alarmed());
    }

    private static StepState toDomain(SagaStep step) {
        return new StepState(
                step.getName(),
                StepStatus.valueOf(step.getStatus().name()),
                step.getAttempt(),
                step.getDueAt(),
                step.getAlarmed());
    }
}
