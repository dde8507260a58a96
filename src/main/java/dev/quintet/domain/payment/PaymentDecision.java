package dev.quintet.domain.payment;

import dev.quintet.domain.participant.CommandHead;
import dev.quintet.domain.participant.Reply;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the provider does with a command.
 *
 * @param after the payment of the order from now on
 * @param entries the movements of money, which {@code after} contains
 * @param replies what is said at once; none when it keeps silent
 * @param delayed what is to be answered later; null when nothing is
 * @param dropped what was to be answered later and is answered now
 */
public record PaymentDecision(
        Payment after,
        List<LedgerEntry> entries,
        List<Reply> replies,
        @Nullable Attempt delayed,
        List<Attempt> dropped) {

    static PaymentDecision silent(Payment after) {
        return new PaymentDecision(after, List.of(), List.of(), null, List.of());
    }

    static PaymentDecision delayed(Payment after, Attempt attempt) {
        return new PaymentDecision(after, List.of(), List.of(), attempt, List.of());
    }

    static PaymentDecision answer(Payment after, List<LedgerEntry> entries, Reply reply) {
        return new PaymentDecision(after, entries, List.of(reply), null, List.of());
    }

    static PaymentDecision ok(Payment payment, CommandHead head, LedgerEntry... entries) {
        var reply = Reply.ok(head, null);
        return answer(payment.move(List.of(entries)).remember(reply), List.of(entries), reply);
    }

    static PaymentDecision no(Payment payment, CommandHead head, String reason) {
        var reply = Reply.no(head, reason);
        return answer(payment.remember(reply), List.of(), reply);
    }
}
