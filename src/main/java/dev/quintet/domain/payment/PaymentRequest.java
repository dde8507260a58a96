package dev.quintet.domain.payment;

import dev.quintet.domain.order.Money;
import org.jspecify.annotations.Nullable;

/** What is asked of the payment provider. */
public sealed interface PaymentRequest {
    /** The longest token of a payment method, in characters. An order's own is an id; others may send longer ones. */
    int METHOD_MAX = 256;

    /** Hold an amount. */
    record Authorize(Money amount, String method) implements PaymentRequest {}

    /** What can't be so in it, in words for whoever sent it; null when nothing is. */
    default @Nullable String problem() {
        if (this instanceof Authorize(var amount, var method)) {
            if (!amount.hasCurrency()) {
                return "The currency must be a code of three capital letters";
            }
            return method.length() <= METHOD_MAX ? null : "The method must have at most " + METHOD_MAX + " characters";
        }
        return null;
    }

    /** Take what is held for the order. */
    record Capture() implements PaymentRequest {}

    /** Let go of what is held for the order; what would hold for it later is refused. */
    record Release() implements PaymentRequest {}

    /** Give back what was taken for the order; what would take for it later is refused. */
    record Refund() implements PaymentRequest {}
}
