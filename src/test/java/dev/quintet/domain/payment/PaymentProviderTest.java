package dev.quintet.domain.payment;

import static dev.quintet.domain.payment.Movement.CAPTURED;
import static dev.quintet.domain.payment.Movement.HELD;
import static dev.quintet.domain.payment.Movement.REFUNDED;
import static dev.quintet.domain.payment.Movement.RELEASED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.domain.order.Money;
import dev.quintet.domain.participant.CommandHead;
import dev.quintet.domain.participant.Reply;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the provider does with each command, for one order. */
final class PaymentProviderTest {
    private static final Money TOTAL = new Money(1_780, "EUR");

    private final List<Movement> ledger = new ArrayList<>();
    private Payment payment = Payment.NONE;

    @Test
    void anAuthorizationHoldsAndACaptureTakesWhatIsHeld() {
        assertThat(authorize("a", "tok_ok")).containsExactly("a OK");
        assertThat(payment.held()).isEqualTo(TOTAL);
        assertThat(send("c", new PaymentRequest.Capture())).containsExactly("c OK");
        assertThat(payment.held()).isNull();
        assertThat(payment.captured()).isEqualTo(TOTAL);
        assertThat(ledger).containsExactly(HELD, CAPTURED);
    }

    @Test
    void anUnknownTokenIsAsGoodAsAny() {
        assertThat(authorize("a", "pm_card_visa")).containsExactly("a OK");
    }

    @Test
    void aDeclinedTokenHoldsNothing() {
        assertThat(authorize("a", "tok_declined")).containsExactly("a DECLINED");
        assertThat(send("c", new PaymentRequest.Capture())).containsExactly("c NOTHING_HELD");
        assertThat(ledger).isEmpty();
    }

    @Test
    void aTokenThatTimesOutIsNeverAnsweredAndHoldsNothing() {
        for (int i = 0; i < 10; i++) {
            assertThat(authorize("a", "tok_timeout")).isEmpty();
        }
        assertThat(payment).isEqualTo(Payment.NONE);
    }

    @Test
    void aFlakyTokenAnswersTheThirdDeliveryOfACommand() {
        assertThat(authorize("a", "tok_flaky")).isEmpty();
        assertThat(authorize("a", "tok_flaky")).isEmpty();
        assertThat(ledger).isEmpty();
        assertThat(authorize("a", "tok_flaky")).containsExactly("a OK");
        assertThat(authorize("a", "tok_flaky")).containsExactly("a OK");
        assertThat(ledger).containsExactly(HELD);
    }

    @Test
    void deliveriesOfAnotherCommandDoNotCount() {
        authorize("a", "tok_flaky");
        authorize("a", "tok_flaky");
        assertThat(authorize("b", "tok_flaky")).isEmpty();
    }

    @Test
    void aCommandSentAgainIsAnsweredTheSameWithoutASecondEffect() {
        authorize("a", "tok_ok");
        send("c", new PaymentRequest.Capture());
        assertThat(authorize("a", "tok_ok")).containsExactly("a OK");
        assertThat(send("c", new PaymentRequest.Capture())).containsExactly("c OK");
        assertThat(ledger).containsExactly(HELD, CAPTURED);
    }

    @Test
    void aRefusalIsRememberedEvenWhenItWouldNotBeRefusedNow() {
        send("c", new PaymentRequest.Capture());
        authorize("a", "tok_ok");
        assertThat(send("c", new PaymentRequest.Capture())).containsExactly("c NOTHING_HELD");
        assertThat(payment.held()).isEqualTo(TOTAL);
    }

    @Test
    void anOrderIsHeldForOnce() {
        authorize("a", "tok_ok");
        assertThat(authorize("b", "tok_ok")).containsExactly("b OK");
        var other = new PaymentRequest.Authorize(new Money(1, "EUR"), "tok_ok");
        assertThat(send("d", other)).containsExactly("d ALREADY_HELD");
        assertThat(ledger).containsExactly(HELD);
    }

    @Test
    void aReleaseLetsGoOfTheHoldOnce() {
        authorize("a", "tok_ok");
        assertThat(send("v", new PaymentRequest.Release())).containsExactly("v OK");
        assertThat(send("v", new PaymentRequest.Release())).containsExactly("v OK");
        assertThat(payment.held()).isNull();
        assertThat(ledger).containsExactly(HELD, RELEASED);
        assertThat(send("c", new PaymentRequest.Capture())).containsExactly("c NOTHING_HELD");
    }

    @Test
    void whatWouldHoldAfterAReleaseIsRefused() {
        assertThat(send("v", new PaymentRequest.Release())).containsExactly("v OK");
        assertThat(authorize("a", "tok_ok")).containsExactly("a VOIDED");
        assertThat(ledger).isEmpty();
    }

    @Test
    void aRefundGivesBackWhatWasTakenOnce() {
        authorize("a", "tok_ok");
        send("c", new PaymentRequest.Capture());
        assertThat(send("r", new PaymentRequest.Refund())).containsExactly("r OK");
        assertThat(send("r2", new PaymentRequest.Refund())).containsExactly("r2 OK");
        assertThat(payment.captured()).isNull();
        assertThat(payment.refunded()).isEqualTo(TOTAL);
        assertThat(ledger).containsExactly(HELD, CAPTURED, REFUNDED);
    }

    @Test
    void whatWouldTakeAfterARefundIsRefused() {
        authorize("a", "tok_ok");
        send("r", new PaymentRequest.Refund());
        assertThat(send("c", new PaymentRequest.Capture())).containsExactly("c REFUNDED");
        assertThat(payment.captured()).isNull();
    }

    @Test
    void aSlowTokenAnswersLaterAndOnce() {
        assertThat(authorize("a", "tok_slow")).isEmpty();
        assertThat(authorize("a", "tok_slow")).isEmpty();
        assertThat(payment.delayed()).extracting(Attempt::dueAt).containsExactly(3_000L);
        assertThat(answerDelayed("a")).containsExactly("a OK");
        assertThat(answerDelayed("a")).isEmpty();
        assertThat(authorize("a", "tok_slow")).containsExactly("a OK");
        assertThat(ledger).containsExactly(HELD);
    }

    @Test
    void aReleaseDropsWhatIsStillToBeAnswered() {
        authorize("a", "tok_slow");
        assertThat(send("v", new PaymentRequest.Release())).containsExactly("a VOIDED", "v OK");
        assertThat(answerDelayed("a")).isEmpty();
        assertThat(ledger).isEmpty();
    }

    @Test
    void aNegativeAmountIsRefused() {
        var negative = new PaymentRequest.Authorize(new Money(-1, "EUR"), "tok_ok");
        assertThat(send("a", negative)).containsExactly("a INVALID_AMOUNT");
    }

    @Test
    void moreCommandsThanAreRememberedAreRefusedWithoutATrace() {
        for (int i = 0; i < PaymentProvider.COMMANDS_MAX; i++) {
            authorize("a" + i, "tok_declined");
        }
        assertThat(authorize("b", "tok_ok")).containsExactly("b TOO_MANY_COMMANDS");
        assertThat(payment.attempts()).hasSize(PaymentProvider.COMMANDS_MAX);
        assertThat(send("v", new PaymentRequest.Release())).containsExactly("v OK");
    }

    private List<String> authorize(String commandId, String method) {
        return send(commandId, new PaymentRequest.Authorize(TOTAL, method));
    }

    private List<String> send(String commandId, PaymentRequest request) {
        return follow(PaymentProvider.decide(payment, command(commandId, request), 0));
    }

    private List<String> answerDelayed(String commandId) {
        var request = new PaymentRequest.Authorize(TOTAL, "tok_slow");
        return follow(PaymentProvider.answerDelayed(payment, command(commandId, request)));
    }

    private static PaymentCommand command(String commandId, PaymentRequest request) {
        return new PaymentCommand(new CommandHead(commandId, "o-1", "alice"), request);
    }

    private List<String> follow(PaymentDecision decision) {
        payment = decision.after();
        decision.entries().forEach(entry -> ledger.add(entry.entry()));
        return decision.replies().stream().map(PaymentProviderTest::brief).toList();
    }

    private static String brief(Reply reply) {
        return reply.commandId() + " " + (reply.reason() == null ? "OK" : reply.reason());
    }
}
