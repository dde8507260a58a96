package dev.quintet.domain.payment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.domain.order.Money;
import dev.quintet.domain.participant.CommandHead;
import dev.quintet.domain.participant.Reply;
import dev.quintet.harness.Seeds;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Any commands, in any order, again and again: the ledger adds up, and a command has one answer. */
final class PaymentInvariantsTest {
    private static final Money TOTAL = new Money(1_780, "EUR");
    private static final List<String> METHODS =
            List.of("tok_ok", "tok_declined", "tok_timeout", "tok_flaky", "tok_slow");

    private final SplittableRandom random = Seeds.random("PaymentInvariantsTest");

    @Test
    void moneyIsNeverTakenTwiceNorHeldOnAVoidedOrder() {
        for (int order = 0; order < 5_000; order++) {
            var payment = Payment.NONE;
            long held = 0;
            long captured = 0;
            Map<String, Reply> answers = new HashMap<>();
            for (int step = 0; step < 15; step++) {
                var command = command();
                var decision = random.nextInt(5) == 0
                        ? PaymentProvider.answerDelayed(payment, command)
                        : PaymentProvider.decide(payment, command, step);
                for (var entry : decision.entries()) {
                    long amount = entry.amount().amountMinor();
                    held += switch (entry.entry()) {
                        case HELD -> amount;
                        case CAPTURED, RELEASED -> -amount;
                        case REFUNDED -> 0;
                    };
                    captured += switch (entry.entry()) {
                        case CAPTURED -> amount;
                        case REFUNDED -> -amount;
                        case HELD, RELEASED -> 0;
                    };
                }
                payment = decision.after();
                assertThat(held).isIn(0L, TOTAL.amountMinor()).isEqualTo(minor(payment.held()));
                assertThat(captured).isIn(0L, TOTAL.amountMinor()).isEqualTo(minor(payment.captured()));
                assertThat(payment.voided() && held > 0)
                        .as("held on a voided order")
                        .isFalse();
                assertThat(payment.refundAsked() && captured > 0)
                        .as("taken on a refunded order")
                        .isFalse();
                for (var reply : decision.replies()) {
                    assertThat(answers.computeIfAbsent(reply.commandId(), _ -> reply))
                            .isEqualTo(reply);
                }
            }
        }
    }

    /** One of few ids; an id always means the same. */
    private PaymentCommand command() {
        int id = random.nextInt(9);
        var request = switch (id) {
            case 5, 6 -> new PaymentRequest.Capture();
            case 7 -> new PaymentRequest.Release();
            case 8 -> new PaymentRequest.Refund();
            default -> new PaymentRequest.Authorize(TOTAL, METHODS.get(id));
        };
        return new PaymentCommand(new CommandHead("c-" + id, "o-1", "alice"), request);
    }

    private static long minor(@Nullable Money money) {
        return money == null ? 0 : money.amountMinor();
    }
}
