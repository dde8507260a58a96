package dev.quintet.domain.payment;

import dev.quintet.domain.order.Money;
import dev.quintet.domain.participant.CommandHead;
import java.time.Duration;

/** How the provider authorizes, which depends on the token of the payment method. */
final class Authorization {
    /** How long {@code tok_slow} takes. */
    private static final Duration SLOW = Duration.ofSeconds(3);

    /** At which delivery of a command {@code tok_flaky} answers. */
    private static final int FLAKY_ANSWERS_AT = 3;

    private Authorization() {}

    static PaymentDecision decide(Payment payment, CommandHead head, PaymentRequest.Authorize asked, long at) {
        if (payment.voided()) {
            return PaymentDecision.no(payment, head, PaymentProvider.VOIDED);
        }
        if (asked.amount().amountMinor() < 0) {
            return PaymentDecision.no(payment, head, PaymentProvider.INVALID_AMOUNT);
        }
        return switch (asked.method()) {
            case "tok_declined" -> PaymentDecision.no(payment, head, PaymentProvider.DECLINED);
            case "tok_timeout" -> PaymentDecision.silent(payment);
            case "tok_flaky" -> flaky(payment, head, asked.amount());
            case "tok_slow" -> slow(payment, head, at);
            default -> hold(payment, head, asked.amount());
        };
    }

    private static PaymentDecision flaky(Payment payment, CommandHead head, Money amount) {
        var before = payment.attempt(head.commandId());
        int deliveries = before == null ? 1 : before.deliveries() + 1;
        var after = payment.remember(new Attempt(head.commandId(), deliveries, 0, null));
        return deliveries < FLAKY_ANSWERS_AT ? PaymentDecision.silent(after) : hold(after, head, amount);
    }

    private static PaymentDecision slow(Payment payment, CommandHead head, long at) {
        if (payment.attempt(head.commandId()) != null) {
            return PaymentDecision.silent(payment);
        }
        var attempt = new Attempt(head.commandId(), 1, at + SLOW.toMillis(), null);
        return PaymentDecision.delayed(payment.remember(attempt), attempt);
    }

    /** Another command for the same amount finds it held already; it moves nothing. */
    static PaymentDecision hold(Payment payment, CommandHead head, Money amount) {
        var present = payment.held() == null ? payment.captured() : payment.held();
        if (present == null) {
            return PaymentDecision.ok(payment, head, LedgerEntry.of(head, Movement.HELD, amount));
        }
        return present.equals(amount)
                ? PaymentDecision.ok(payment, head)
                : PaymentDecision.no(payment, head, PaymentProvider.ALREADY_HELD);
    }
}
