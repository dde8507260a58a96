package dev.quintet.wire;

import dev.quintet.domain.order.Verdict;
import dev.quintet.wire.avro.OrderVerdict;
import dev.quintet.wire.avro.VerdictStatus;

final class VerdictCodec implements Codec<Verdict, OrderVerdict> {
    @Override
    public OrderVerdict toAvro(Verdict verdict) {
        return new OrderVerdict(
                verdict.orderId(),
                verdict.customerId(),
                verdict.isAccepted() ? VerdictStatus.ACCEPTED : VerdictStatus.REFUSED,
                SharedCodecs.nullable(verdict.reason(), SharedCodecs::toAvro),
                verdict.placedAt(),
                verdict.promotionId(),
                verdict.policyVersion(),
                SharedCodecs.nullable(verdict.use(), SharedCodecs::toAvro),
                SharedCodecs.nullable(verdict.total(), SharedCodecs::toAvro),
                verdict.version(),
                verdict.duplicate());
    }

    @Override
    public Verdict toDomain(OrderVerdict record) {
        if ((record.getStatus() == VerdictStatus.ACCEPTED) != (record.getReason() == null)) {
            throw new PoisonRecordException(
                    "A verdict is refused exactly when it has a reason: " + record.getOrderId());
        }
        return new Verdict(
                record.getOrderId(),
                record.getCustomerId(),
                SharedCodecs.nullable(record.getReason(), SharedCodecs::toDomain),
                record.getPlacedAt(),
                record.getPromotionId(),
                record.getPolicyVersion(),
                SharedCodecs.nullable(record.getUse(), SharedCodecs::toDomain),
                SharedCodecs.nullable(record.getTotal(), SharedCodecs::toDomain),
                record.getVersion(),
                record.getDuplicate());
    }
}
