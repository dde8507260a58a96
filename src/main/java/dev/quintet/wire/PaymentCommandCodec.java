package dev.quintet.wire;

import dev.quintet.domain.participant.CommandHead;
import dev.quintet.domain.payment.PaymentCommand;
import dev.quintet.domain.payment.PaymentRequest;
import dev.quintet.wire.avro.AuthorizePayment;
import dev.quintet.wire.avro.CapturePayment;
import dev.quintet.wire.avro.RefundPayment;
import dev.quintet.wire.avro.VoidPayment;

final class PaymentCommandCodec implements Codec<PaymentCommand, dev.quintet.wire.avro.PaymentCommand> {
    @Override
    public dev.quintet.wire.avro.PaymentCommand toAvro(PaymentCommand command) {
        var head = command.head();
        return new dev.quintet.wire.avro.PaymentCommand(
                head.commandId(),
                head.orderId(),
                head.customerId(),
                switch (command.request()) {
                    case PaymentRequest.Authorize(var amount, var method) ->
                        new AuthorizePayment(SharedCodecs.toAvro(amount), method);
                    case PaymentRequest.Capture() -> new CapturePayment();
                    case PaymentRequest.Release() -> new VoidPayment();
                    case PaymentRequest.Refund() -> new RefundPayment();
                },
                head.incarnation());
    }

    @Override
    public PaymentCommand toDomain(dev.quintet.wire.avro.PaymentCommand record) {
        return new PaymentCommand(
                new CommandHead(
                        record.getCommandId(), record.getOrderId(), record.getCustomerId(), record.getIncarnation()),
                switch (record.getCommand()) {
                    case AuthorizePayment authorize ->
                        new PaymentRequest.Authorize(
                                SharedCodecs.toDomain(authorize.getAmount()), authorize.getMethod());
                    case CapturePayment _ -> new PaymentRequest.Capture();
                    case VoidPayment _ -> new PaymentRequest.Release();
                    case RefundPayment _ -> new PaymentRequest.Refund();
                    case Object other -> throw new PoisonRecordException("No such command: " + other.getClass());
                });
    }
}
