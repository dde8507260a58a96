package dev.quintet.domain.payment;

import dev.quintet.domain.order.Money;
import dev.quintet.domain.participant.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What was moved for one order: the fold of its ledger entries, and the commands that must be answered the same again.
 *
 * @param held null when nothing is
 * @param captured what was taken and not given back; null when nothing was
 * @param refunded null when nothing was
 * @param voided whether nothing may be held any more
 * @param refundAsked whether nothing may be taken any more
 * @param attempts oldest first
 */
public record Payment(
        @Nullable Money held,
        @Nullable Money captured,
        @Nullable Money refunded,
        boolean voided,
        boolean refundAsked,
        List<Attempt> attempts) {
    public static final Payment NONE = new Payment(null, null, null, false, false, List.of());

    public Payment {
        attempts = List.copyOf(attempts);
        require(isNotNegative(held) && isNotNegative(captured) && isNotNegative(refunded), "no amount is negative");
        require(held == null || captured == null, "what is taken is not held as well");
    }

    /** Whether money is held, or was taken and not given back. */
    public boolean holds() {
        return held != null || captured != null;
    }

    /** The payment after a movement of money: the only way in which amounts change. */
    public Payment move(LedgerEntry entry) {
        var amount = entry.amount();
        return switch (entry.entry()) {
            case HELD -> {
                require(held == null && captured == null && !voided, "an order is held for once");
                yield new Payment(amount, null, refunded, voided, refundAsked, attempts);
            }
            case CAPTURED -> {
                require(amount.equals(held) && !refundAsked, "what is taken was held");
                yield new Payment(null, amount, refunded, voided, refundAsked, attempts);
            }
            case RELEASED -> {
                require(amount.equals(held), "what is let go was held");
                yield new Payment(null, captured, refunded, voided, refundAsked, attempts);
            }
            case REFUNDED -> {
                require(amount.equals(captured) && refunded == null, "what is given back was taken");
                yield new Payment(held, null, amount, voided, refundAsked, attempts);
            }
        };
    }

    Payment move(List<LedgerEntry> entries) {
        var after = this;
        for (var entry : entries) {
            after = after.move(entry);
        }
        return after;
    }

    Payment asVoided() {
        return new Payment(held, captured, refunded, true, refundAsked, attempts);
    }

    Payment asRefunded() {
        return new Payment(held, captured, refunded, voided, true, attempts);
    }

    @Nullable
    Attempt attempt(String commandId) {
        for (var attempt : attempts) {
            if (attempt.commandId().equals(commandId)) {
                return attempt;
            }
        }
        return null;
    }

    List<Attempt> delayed() {
        return attempts.stream().filter(Attempt::isDelayed).toList();
    }

    /** Keeps an attempt in place of what was known of its command. */
    Payment remember(Attempt attempt) {
        var next = new ArrayList<>(attempts);
        next.removeIf(known -> known.commandId().equals(attempt.commandId()));
        next.add(attempt);
        return new Payment(held, captured, refunded, voided, refundAsked, next);
    }

    Payment remember(Reply reply) {
        var known = Objects.requireNonNullElse(attempt(reply.commandId()), new Attempt(reply.commandId(), 1, 0, null));
        return remember(known.answered(reply));
    }

    private static boolean isNotNegative(@Nullable Money money) {
        return money == null || money.amountMinor() >= 0;
    }

    private static void require(boolean holds, String invariant) {
        if (!holds) {
            throw new IllegalStateException("A payment breaks its invariant: " + invariant);
        }
    }
}
