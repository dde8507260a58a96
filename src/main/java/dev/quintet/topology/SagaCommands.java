package dev.quintet.topology;

import dev.quintet.domain.participant.CommandHead;
import dev.quintet.domain.payment.PaymentCommand;
import dev.quintet.domain.payment.PaymentRequest;
import dev.quintet.domain.saga.Action;
import dev.quintet.domain.saga.Purchase;
import dev.quintet.domain.shipping.ShippingCommand;
import dev.quintet.domain.shipping.ShippingRequest;
import dev.quintet.domain.stock.StockCommand;
import dev.quintet.domain.stock.StockRequest;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** What a saga asks for, as a command to the participant that does it. */
final class SagaCommands {
    private final ProcessorContext<Object, Object> context;

    SagaCommands(ProcessorContext<Object, Object> context) {
        this.context = context;
    }

    void send(Purchase purchase, Action action, long now) {
        var head = new CommandHead(
                purchase.commandId(action), purchase.orderId(), purchase.customerId(), purchase.incarnation());
        switch (action) {
            case RESERVE_STOCK -> stock(head, purchase, new StockRequest.Reserve(purchase.lines()), now);
            case RELEASE_STOCK -> stock(head, purchase, new StockRequest.Release(), now);
            case AUTHORIZE_PAYMENT ->
                payment(head, new PaymentRequest.Authorize(purchase.total(), purchase.paymentMethod()), now);
            case VOID_PAYMENT -> payment(head, new PaymentRequest.Release(), now);
            case CAPTURE_PAYMENT -> payment(head, new PaymentRequest.Capture(), now);
            case REFUND_PAYMENT -> payment(head, new PaymentRequest.Refund(), now);
            case PROMISE_DELIVERY ->
                shipping(head, new ShippingRequest.Promise(purchase.outletId(), purchase.lines()), now);
            case CANCEL_DELIVERY -> shipping(head, new ShippingRequest.Cancel(), now);
            case DISPATCH_DELIVERY -> shipping(head, new ShippingRequest.Dispatch(), now);
            case ARRANGE_DELIVERY ->
                shipping(head, new ShippingRequest.Arrange(purchase.outletId(), purchase.lines()), now);
        }
    }

    private void stock(CommandHead head, Purchase purchase, StockRequest request, long now) {
        var command = new StockCommand(head, purchase.outletId(), request);
        context.forward(new Record<>(purchase.outletId(), command, now), OrdersTopology.STOCK);
    }

    private void shipping(CommandHead head, ShippingRequest request, long now) {
        context.forward(
                new Record<>(head.customerId(), new ShippingCommand(head, request), now), OrdersTopology.SHIPPING);
    }

    private void payment(CommandHead head, PaymentRequest request, long now) {
        context.forward(
                new Record<>(head.customerId(), new PaymentCommand(head, request), now), OrdersTopology.PAYMENT);
    }
}
