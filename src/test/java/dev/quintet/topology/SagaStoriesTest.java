package dev.quintet.topology;

import static dev.quintet.harness.OrderBuilder.ALICE;
import static dev.quintet.harness.OrderBuilder.BOB;
import static dev.quintet.harness.OrderBuilder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.domain.order.CancelOrder;
import dev.quintet.domain.order.Ids;
import dev.quintet.domain.order.OperatorAction;
import dev.quintet.domain.order.OrderEvent;
import dev.quintet.domain.order.OrderFact;
import dev.quintet.domain.order.RefusalReason;
import dev.quintet.domain.order.RepairOrder;
import dev.quintet.domain.participant.CommandHead;
import dev.quintet.domain.participant.Reply;
import dev.quintet.harness.SagaDriver;
import dev.quintet.harness.Times;
import dev.quintet.wire.Topics;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of an accepted order, told to the orders topology with the test as every participant. */
final class SagaStoriesTest {
    private static final Duration LONG = Duration.ofMinutes(6);

    private final SagaDriver driver = new SagaDriver(Times.at("12:00"));

    /** When each order was placed, which its commands say. */
    private final Map<String, Long> lives = new HashMap<>();

    SagaStoriesTest() throws IOException {}

    @AfterEach
    void close() {
        driver.close();
    }

    @Test
    void anOrderThatEverybodyAgreesToIsCompleted() {
        // given
        place("o-1");
        assertThat(labels()).containsExactly("reserve-stock", "authorize-payment", "promise-delivery");
        driver.events();

        // when
        List.of("reserve-stock", "authorize-payment", "promise-delivery").forEach(this::yes);

        // then
        assertThat(labels()).containsExactly("capture-payment", "dispatch-delivery");
        List.of("capture-payment", "dispatch-delivery").forEach(this::yes);
        var events = driver.events();
        assertThat(events).extracting(OrderEvent::version).containsExactly(2L, 3L, 4L, 5L, 6L, 7L, 8L);
        assertThat(events)
                .extracting(OrderEvent::fact)
                .containsExactly(
                        new OrderFact.StepSucceeded("reserve-stock", null),
                        new OrderFact.StepSucceeded("authorize-payment", null),
                        new OrderFact.StepSucceeded("promise-delivery", null),
                        new OrderFact.Confirmed(),
                        new OrderFact.StepSucceeded("capture-payment", null),
                        new OrderFact.StepSucceeded("dispatch-delivery", null),
                        new OrderFact.Completed());
    }

    @Test
    void aDeclinedCardGivesStockAndSlotBackSoThatTheCustomerCanOrderAgain() {
        // given
        for (int i = 1; i <= 5; i++) {
            place("o-" + i);
        }
        place("o-6");
        assertThat(driver.facts()).last().isInstanceOf(OrderFact.Refused.class);
        driver.asked();

        // when
        yes("o-3", "reserve-stock");
        no("o-3", "authorize-payment", "DECLINED");
        no("o-3", "promise-delivery", "NO_ADDRESS");
        assertThat(labels()).containsExactly("release-stock");
        yes("o-3", "release-stock");

        // then
        assertThat(driver.facts())
                .containsExactly(
                        new OrderFact.StepSucceeded("reserve-stock", null),
                        new OrderFact.StepFailed("authorize-payment", "DECLINED", 1),
                        new OrderFact.StepFailed("promise-delivery", "NO_ADDRESS", 1),
                        new OrderFact.StepCompensated("reserve-stock"),
                        new OrderFact.Cancelled("DECLINED", true));
        place("o-7");
        assertThat(driver.facts()).last().isInstanceOf(OrderFact.Accepted.class);
        place("o-8");
        assertThat(driver.facts())
                .last()
                .isInstanceOfSatisfying(
                        OrderFact.Refused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(RefusalReason.LIMIT_REACHED));
    }

    @Test
    void aConfirmedSlotStaysUsed() {
        place("o-1");
        List.of("reserve-stock", "authorize-payment", "promise-delivery").forEach(this::yes);
        driver.send(new CancelOrder("o-1", ALICE, "too late"));
        assertThat(driver.facts()).last().isEqualTo(new OrderFact.CancelRefused("customer"));
        for (int i = 2; i <= 6; i++) {
            place("o-" + i);
        }
        assertThat(driver.facts()).last().isInstanceOf(OrderFact.Refused.class);
    }

    @Test
    void aSilentParticipantIsAskedAgainNeverEarlyAndThenGivenUp() {
        // given
        place("o-1");
        List.of("reserve-stock", "promise-delivery").forEach(this::yes);
        driver.asked();
        driver.events();

        // when
        driver.pass(Duration.ofMillis(4_900));
        assertThat(labels()).isEmpty();
        driver.pass(Duration.ofMillis(700));

        // then
        assertThat(labels()).containsExactly("authorize-payment");
        assertThat(driver.facts()).containsExactly(new OrderFact.StepRetried("authorize-payment", 2));
        driver.pass(LONG);
        assertThat(driver.facts()).containsExactly(new OrderFact.StepRetried("authorize-payment", 3));
        driver.pass(LONG);
        assertThat(driver.facts()).containsExactly(new OrderFact.StepFailed("authorize-payment", "NO_REPLY", 3));
    }

    @Test
    void aSuccessThatComesAfterItsStepWasGivenUpIsUndone() {
        // given
        place("o-1");
        List.of("reserve-stock", "promise-delivery").forEach(this::yes);
        driver.pass(LONG);
        driver.pass(LONG);
        driver.pass(LONG);
        driver.asked();
        driver.events();

        // when
        yes("authorize-payment");

        // then
        List.of("cancel-delivery", "void-payment", "release-stock").forEach(this::yes);
        assertThat(driver.facts()).last().isEqualTo(new OrderFact.Cancelled("NO_REPLY", true));
    }

    @Test
    void aCancelledOrderIsUndoneOnceNothingIsOpen() {
        // given
        place("o-1");
        driver.asked();

        // when
        driver.send(new CancelOrder("o-1", ALICE, "changed my mind"));
        assertThat(labels()).isEmpty();
        List.of("reserve-stock", "authorize-payment", "promise-delivery").forEach(this::yes);

        // then
        assertThat(labels()).containsExactly("cancel-delivery");
        List.of("cancel-delivery", "void-payment", "release-stock").forEach(this::yes);
        assertThat(driver.facts())
                .contains(new OrderFact.CancelRequested("customer", "changed my mind"))
                .last()
                .isEqualTo(new OrderFact.Cancelled("CANCELLED_BY_CUSTOMER", true));
    }

    @Test
    void aCompensationThatFailsTooOftenCallsAnOperatorWhoEndsIt() {
        // given
        place("o-1");
        yes("reserve-stock");
        no("o-1", "authorize-payment", "DECLINED");
        no("o-1", "promise-delivery", "NO_ADDRESS");
        driver.pass(LONG);
        driver.pass(LONG);
        driver.pass(LONG);
        assertThat(driver.facts()).contains(new OrderFact.OperatorNeeded("release-stock", 3));

        // when
        driver.send(new RepairOrder("o-1", ALICE, OperatorAction.SKIP, "reserve-stock", "counted by hand", "olga"));

        // then
        assertThat(driver.facts())
                .containsExactly(
                        new OrderFact.OperatorActed(OperatorAction.SKIP, "reserve-stock", "counted by hand", "olga"),
                        new OrderFact.Cancelled("DECLINED", true));
    }

    @Test
    void anOperatorMayCallTheUndoingOfAStepAsFactsCallIt() {
        // given
        place("o-1");
        yes("reserve-stock");
        driver.send(new RepairOrder("o-1", ALICE, OperatorAction.SKIP, "release-stock", "not yet", "olga"));
        no("o-1", "authorize-payment", "DECLINED");
        no("o-1", "promise-delivery", "NO_ADDRESS");
        driver.facts();

        // when
        driver.send(new RepairOrder("o-1", ALICE, OperatorAction.SKIP, "release-stock", "counted by hand", "olga"));

        // then
        assertThat(driver.facts())
                .containsExactly(
                        new OrderFact.OperatorActed(OperatorAction.SKIP, "release-stock", "counted by hand", "olga"),
                        new OrderFact.Cancelled("DECLINED", true));
    }

    @Test
    void repliesForNobodyOfTheWrongKindOrTwiceChangeNothing() {
        place("o-1");
        yes("reserve-stock");
        driver.events();
        assertThat(driver.counted("ignored-replies-total")).isZero();
        List.of("reserve-stock", "capture-payment").forEach(this::yes);
        yes("o-9", "reserve-stock");
        driver.reply(Topics.STOCK_REPLIES, ALICE, new Reply("nonsense", "o-1", null, null));
        driver.sendGarbage(Topics.PAYMENT_REPLIES);
        assertThat(driver.events()).isEmpty();
        assertThat(driver.deadLetters()).isEqualTo(1);
        assertThat(driver.counted("ignored-replies-total")).isEqualTo(4);
        assertThat(driver.counted("dead-letters-total")).isEqualTo(1);
    }

    @Test
    void ordersOfTwoCustomersMayBeCalledTheSame() {
        // given
        place("o-1");
        driver.send(anOrder().called("o-1").by(BOB).build());
        driver.events();

        // when
        yes("reserve-stock");
        no("o-1", "authorize-payment", "DECLINED");
        no("o-1", "promise-delivery", "NO_ADDRESS");
        yes("release-stock");

        // then
        assertThat(driver.events())
                .extracting(OrderEvent::customerId)
                .hasSize(5)
                .containsOnly(ALICE);
        driver.reply(Topics.STOCK_REPLIES, BOB, new Reply(commandId("o-1", "reserve-stock"), "o-1", null, null));
        assertThat(driver.events())
                .singleElement()
                .extracting(OrderEvent::version)
                .isEqualTo(2L);
    }

    private void place(String orderId) {
        lives.put(orderId, driver.now().toEpochMilli());
        driver.send(anOrder().called(orderId).build());
    }

    private void yes(String label) {
        yes("o-1", label);
    }

    private void yes(String orderId, String label) {
        driver.reply(Topics.STOCK_REPLIES, ALICE, new Reply(commandId(orderId, label), orderId, null, null));
    }

    private void no(String orderId, String label, String reason) {
        driver.reply(Topics.PAYMENT_REPLIES, ALICE, new Reply(commandId(orderId, label), orderId, reason, null));
    }

    private String commandId(String orderId, String label) {
        return Ids.ofLife(orderId, lives.getOrDefault(orderId, 0L)) + "/" + label;
    }

    private List<String> labels() {
        return driver.asked().stream()
                .map(CommandHead::commandId)
                .map(id -> id.substring(id.indexOf('/') + 1))
                .toList();
    }
}
