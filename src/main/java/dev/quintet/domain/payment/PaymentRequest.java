package dev.quintet.domain.payment;

import dev.quintet.domain.order.Money;

/** What is asked of the payment provider. */
public sealed interface PaymentRequest {

    /** Hold an amount. */
    record Authorize(Money amount, String method) implements PaymentRequest {}

    /** Take what is held for the order. */
    record Capture() implements PaymentRequest {}

    /** Let go of what is held for the order; what would hold for it later is refused. */
    record Release() implements PaymentRequest {}

    /** Give back what was taken for the order; what would take for it later is refused. */
    record Refund() implements PaymentRequest {}
}
