package dev.quintet.domain.payment;

import dev.quintet.domain.order.Money;
import dev.quintet.domain.participant.CommandHead;
import dev.quintet.domain.participant.Reply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** The simulated payment provider: how it behaves depends on the token of the payment method. */
public final class PaymentProvider {
    public static final String DECLINED = "DECLINED";
    public static final String VOIDED = "VOIDED";
    public static final String REFUNDED = "REFUNDED";
    public static final String NOTHING_HELD = "NOTHING_HELD";
    public static final String ALREADY_HELD = "ALREADY_HELD";
    public static final String INVALID_AMOUNT = "INVALID_AMOUNT";
    public static final String TOO_MANY_COMMANDS = "TOO_MANY_COMMANDS";

    /** How long {@code tok_slow} takes. */
    public static final Duration SLOW = Duration.ofSeconds(3);

    /** At which delivery of a command {@code tok_flaky} answers. */
    public static final int FLAKY_ANSWERS_AT = 3;

    /** How many commands of one order are remembered. What would come on top is refused without a trace. */
    public static final int COMMANDS_MAX = 100;

    private PaymentProvider() {}

    /**
     * Decides on a command.
     *
     * @param at when it came, in epoch milliseconds
     */
    public static PaymentDecision decide(Payment payment, PaymentCommand command, long at) {
        var head = command.head();
        return switch (command.request()) {
            case PaymentRequest.Release() -> release(payment, head);
            case PaymentRequest.Refund() -> refund(payment, head);
            case PaymentRequest.Authorize authorize ->
                known(payment, head, () -> authorize(payment, head, authorize, at));
            case PaymentRequest.Capture() -> known(payment, head, () -> capture(payment, head));
        };
    }

    /** Answers an authorization whose delay is over. */
    public static PaymentDecision answerDelayed(Payment payment, PaymentCommand command) {
        var attempt = payment.attempt(command.head().commandId());
        boolean waits = attempt != null && attempt.isDelayed();
        return waits && command.request() instanceof PaymentRequest.Authorize authorize
                ? hold(payment, command.head(), authorize.amount())
                : PaymentDecision.silent(payment);
    }

    /** The answer that was given before, or else a new decision. */
    private static PaymentDecision known(Payment payment, CommandHead head, Supplier<PaymentDecision> decision) {
        var attempt = payment.attempt(head.commandId());
        if (attempt != null && attempt.reply() != null) {
            return PaymentDecision.answer(payment, List.of(), attempt.reply());
        }
        if (attempt == null && payment.attempts().size() >= COMMANDS_MAX) {
            return PaymentDecision.answer(payment, List.of(), Reply.no(head, TOO_MANY_COMMANDS));
        }
        return decision.get();
    }

    private static PaymentDecision authorize(
            Payment payment, CommandHead head, PaymentRequest.Authorize asked, long at) {
        if (payment.voided()) {
            return no(payment, head, VOIDED);
        }
        if (asked.amount().amountMinor() < 0) {
            return no(payment, head, INVALID_AMOUNT);
        }
        return switch (asked.method()) {
            case "tok_declined" -> no(payment, head, DECLINED);
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
    private static PaymentDecision hold(Payment payment, CommandHead head, Money amount) {
        var present = payment.held() == null ? payment.captured() : payment.held();
        if (present == null) {
            return ok(payment, head, LedgerEntry.of(head, Movement.HELD, amount));
        }
        return present.equals(amount) ? ok(payment, head) : no(payment, head, ALREADY_HELD);
    }

    private static PaymentDecision capture(Payment payment, CommandHead head) {
        if (payment.refundAsked()) {
            return no(payment, head, REFUNDED);
        }
        var held = payment.held();
        return held == null
                ? no(payment, head, NOTHING_HELD)
                : ok(payment, head, LedgerEntry.of(head, Movement.CAPTURED, held));
    }

    /** Needs no memory of its command: a second time there is nothing left to let go, and the answer is the same. */
    private static PaymentDecision release(Payment payment, CommandHead head) {
        var replies = new ArrayList<Reply>();
        var after = payment.asVoided();
        var dropped = payment.delayed();
        for (var attempt : dropped) {
            var no = new Reply(attempt.commandId(), head.orderId(), VOIDED, null);
            after = after.remember(no);
            replies.add(no);
        }
        replies.add(Reply.ok(head, null));
        var held = payment.held();
        var entries = held == null ? List.<LedgerEntry>of() : List.of(LedgerEntry.of(head, Movement.RELEASED, held));
        return new PaymentDecision(moved(after, entries), entries, replies, null, dropped);
    }

    /** Needs no memory of its command either. */
    private static PaymentDecision refund(Payment payment, CommandHead head) {
        var captured = payment.captured();
        var entries =
                captured == null ? List.<LedgerEntry>of() : List.of(LedgerEntry.of(head, Movement.REFUNDED, captured));
        return PaymentDecision.answer(moved(payment.asRefunded(), entries), entries, Reply.ok(head, null));
    }

    private static PaymentDecision ok(Payment payment, CommandHead head, LedgerEntry... entries) {
        var reply = Reply.ok(head, null);
        return PaymentDecision.answer(moved(payment, List.of(entries)).remember(reply), List.of(entries), reply);
    }

    private static PaymentDecision no(Payment payment, CommandHead head, String reason) {
        var reply = Reply.no(head, reason);
        return PaymentDecision.answer(payment.remember(reply), List.of(), reply);
    }

    private static Payment moved(Payment payment, List<LedgerEntry> entries) {
        var after = payment;
        for (var entry : entries) {
            after = after.move(entry);
        }
        return after;
    }
}
