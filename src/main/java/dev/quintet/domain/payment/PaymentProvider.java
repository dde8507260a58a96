package dev.quintet.domain.payment;

import dev.quintet.domain.participant.CommandHead;
import dev.quintet.domain.participant.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** The simulated payment provider: what it does with each command. */
public final class PaymentProvider {
    public static final String DECLINED = "DECLINED";
    public static final String VOIDED = "VOIDED";
    public static final String REFUNDED = "REFUNDED";
    public static final String NOTHING_HELD = "NOTHING_HELD";
    public static final String ALREADY_HELD = "ALREADY_HELD";
    public static final String INVALID_AMOUNT = "INVALID_AMOUNT";
    public static final String TOO_MANY_COMMANDS = "TOO_MANY_COMMANDS";

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
                known(payment, head, () -> Authorization.decide(payment, head, authorize, at));
            case PaymentRequest.Capture() -> known(payment, head, () -> capture(payment, head));
        };
    }

    /** Answers an authorization whose delay is over. */
    public static PaymentDecision answerDelayed(Payment payment, PaymentCommand command) {
        var attempt = payment.attempt(command.head().commandId());
        boolean waits = attempt != null && attempt.isDelayed();
        return waits && command.request() instanceof PaymentRequest.Authorize authorize
                ? Authorization.hold(payment, command.head(), authorize.amount())
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

    private static PaymentDecision capture(Payment payment, CommandHead head) {
        if (payment.refundAsked()) {
            return PaymentDecision.no(payment, head, REFUNDED);
        }
        var held = payment.held();
        return held == null
                ? PaymentDecision.no(payment, head, NOTHING_HELD)
                : PaymentDecision.ok(payment, head, LedgerEntry.of(head, Movement.CAPTURED, held));
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
        return new PaymentDecision(after.move(entries), entries, replies, null, dropped);
    }

    /** Needs no memory of its command either. */
    private static PaymentDecision refund(Payment payment, CommandHead head) {
        var captured = payment.captured();
        var entries =
                captured == null ? List.<LedgerEntry>of() : List.of(LedgerEntry.of(head, Movement.REFUNDED, captured));
        return PaymentDecision.answer(payment.asRefunded().move(entries), entries, Reply.ok(head, null));
    }
}
