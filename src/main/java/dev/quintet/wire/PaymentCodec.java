package dev.quintet.wire;

import dev.quintet.domain.payment.Attempt;
import dev.quintet.domain.payment.Payment;
import dev.quintet.wire.avro.PaymentAttempt;

final class PaymentCodec implements Codec<Payment, dev.quintet.wire.avro.Payment> {
    private final ReplyCodec replies = new ReplyCodec();

    @Override
    public dev.quintet.wire.avro.Payment toAvro(Payment payment) {
        return new dev.quintet.wire.avro.Payment(
                SharedCodecs.nullable(payment.held(), SharedCodecs::toAvro),
                SharedCodecs.nullable(payment.captured(), SharedCodecs::toAvro),
                SharedCodecs.nullable(payment.refunded(), SharedCodecs::toAvro),
                payment.voided(),
                payment.refundAsked(),
                SharedCodecs.list(payment.attempts(), this::toAvro));
    }

    @Override
    public Payment toDomain(dev.quintet.wire.avro.Payment record) {
        return new Payment(
                SharedCodecs.nullable(record.getHeld(), SharedCodecs::toDomain),
                SharedCodecs.nullable(record.getCaptured(), SharedCodecs::toDomain),
                SharedCodecs.nullable(record.getRefunded(), SharedCodecs::toDomain),
                record.getVoided(),
                record.getRefundAsked(),
                SharedCodecs.list(record.getAttempts(), this::toDomain));
    }

    private PaymentAttempt toAvro(Attempt attempt) {
        return new PaymentAttempt(
                attempt.commandId(),
                attempt.deliveries(),
                attempt.dueAt(),
                SharedCodecs.nullable(attempt.reply(), replies::toAvro));
    }

    private Attempt toDomain(PaymentAttempt attempt) {
        return new Attempt(
                attempt.getCommandId(),
                attempt.getDeliveries(),
                attempt.getDueAt(),
                SharedCodecs.nullable(attempt.getReply(), replies::toDomain));
    }
}
