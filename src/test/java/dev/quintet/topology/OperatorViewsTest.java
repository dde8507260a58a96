package dev.quintet.topology;

import static dev.quintet.harness.Facts.accepted;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.domain.notification.Channel;
import dev.quintet.domain.notification.Message;
import dev.quintet.domain.notification.Sent;
import dev.quintet.domain.order.OrderEvent;
import dev.quintet.domain.order.OrderFact;
import dev.quintet.domain.view.OrderMessage;
import dev.quintet.domain.view.OrderMessage.Delivery;
import dev.quintet.domain.view.StepLoad;
import dev.quintet.domain.view.StuckOrder;
import dev.quintet.harness.Facts;
import dev.quintet.harness.ServiceDriver;
import dev.quintet.wire.MessageKeys;
import dev.quintet.wire.Stores;
import dev.quintet.wire.Topics;
import dev.quintet.wire.ViewsGeneration;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the views keep for those who look after the orders: steps, calls for an operator, messages. */
final class OperatorViewsTest {
    private static final Duration RETENTION = Duration.ofDays(30);
    private static final Message MAIL = new Message(
            "<o-1.order-confirmed@quintet>",
            "alice",
            Channel.EMAIL,
            "alice@example.com",
            "Confirmed",
            "Thank you",
            "o-1",
            "order-confirmed");
    private static final Sent SENT = new Sent(MAIL.identity(), Facts.timeOf(9), "o-1", null);

    private final ServiceDriver driver = new ServiceDriver(
            serdes -> ViewsTopology.build(
                    serdes,
                    new ReferenceTables(),
                    new StockTables(),
                    new ViewLimits(RETENTION, 10),
                    (_, _) -> {},
                    _ -> {},
                    ViewsGeneration.FIRST),
            Facts.timeOf(0));
    private final TestInputTopic<String, OrderEvent> log =
            driver.input(Topics.ORDER_EVENTS, driver.serdes().orderEvent());
    private final TestInputTopic<String, Message> outbox =
            driver.input(Topics.NOTIFICATION_OUTBOX, driver.serdes().outboxMessage());
    private final TestInputTopic<String, Sent> sent =
            driver.input(Topics.NOTIFICATION_SENT, driver.serdes().sent());
    private final KeyValueStore<String, StepLoad> steps = driver.store(Stores.SAGA_STEPS);
    private final KeyValueStore<String, StuckOrder> stuck = driver.store(Stores.STUCK_ORDERS);
    private final KeyValueStore<String, OrderMessage> messages = driver.store(Stores.ORDER_MESSAGES);
    private final String messageKey = MessageKeys.of("alice", "o-1", MAIL.messageId());

    OperatorViewsTest() throws IOException {}

    @AfterEach
    void close() {
        driver.close();
    }

    @Test
    void sagasAreCountedByStep() {
        happens(Facts.of("o-1", "alice").then(accepted()));
        happens(Facts.of("o-2", "bob").then(accepted()).then(new OrderFact.StepSucceeded("reserve-stock", null)));

        assertThat(steps.get("reserve-stock").open()).isEqualTo(Map.of("SENT", 1L, "SUCCEEDED", 1L));
        assertThat(steps.get("authorize-payment").open()).isEqualTo(Map.of("SENT", 2L));
    }

    @Test
    void orderThatNeedsAnOperatorIsListedUntilItDoesNot() {
        var facts = Facts.of("o-1", "alice")
                .then(accepted())
                .then(new OrderFact.Confirmed())
                .then(new OrderFact.OperatorNeeded("capture-payment", 5))
                .then(new OrderFact.StepRetried("capture-payment", 6));
        happens(facts);
        assertThat(stuck.get("o-1"))
                .isEqualTo(new StuckOrder("o-1", "alice", Facts.timeOf(3), List.of("capture-payment")));

        happens(facts.then(new OrderFact.StepSucceeded("capture-payment", "c-1")), 4);
        assertThat(stuck.get("o-1")).isNull();
    }

    @Test
    void nextOrderOfTheSameIdTakesNothingOverFromOneThatWasLeftOpen() {
        // given
        happens(Facts.of("o-1", "alice")
                .then(accepted())
                .then(new OrderFact.Confirmed())
                .then(new OrderFact.OperatorNeeded("capture-payment", 5)));
        outbox.pipeInput(MAIL.key(), MAIL, Facts.timeOf(2));
        var first = accepted();
        var begun = Facts.timeOf(1).plus(Duration.ofDays(12));

        // when
        driver.advance(Duration.ofDays(12));
        var cause = new OrderEvent.Cause(Topics.ORDER_COMMANDS, 0, 99);
        log.pipeInput("o-1", new OrderEvent("o-1", 1, "alice", begun, cause, first), begun);

        // then
        assertThat(stuck.get("o-1")).isNull();
        assertThat(steps.get("capture-payment").stuck()).isZero();
        assertThat(steps.get("capture-payment").open()).isEmpty();
        assertThat(steps.get("reserve-stock").open()).isEqualTo(Map.of("SENT", 1L));
        assertThat(messages.get(messageKey)).isNull();
    }

    @Test
    void messageIsShownFromWhenItIsWrittenAndThenWhenItWasSent() {
        outbox.pipeInput(MAIL.key(), MAIL, Facts.timeOf(5));
        assertThat(messages.get(messageKey)).isEqualTo(new OrderMessage(MAIL, Facts.timeOf(5), null, null));

        sent.pipeInput(SENT.identity(), SENT, Facts.timeOf(9));
        assertThat(messages.get(messageKey)).isEqualTo(new OrderMessage(MAIL, Facts.timeOf(5), SENT.at(), null));
    }

    @Test
    void messageIsTheSameWhicheverTopicIsReadFirst() {
        sent.pipeInput(SENT.identity(), SENT, Facts.timeOf(9));
        outbox.pipeInput(MAIL.key(), MAIL, Facts.timeOf(5));

        assertThat(messages.get(messageKey)).isEqualTo(new OrderMessage(MAIL, Facts.timeOf(5), SENT.at(), null));
    }

    @Test
    void messageThatCantBeDeliveredIsNoWaitingOne() {
        outbox.pipeInput(MAIL.key(), MAIL, Facts.timeOf(5));
        assertThat(messages.get(messageKey).delivery()).isEqualTo(Delivery.WAITING);

        var givenUp = new Sent(MAIL.identity(), Facts.timeOf(6), "o-1", "550 no such mailbox");
        sent.pipeInput(givenUp.identity(), givenUp, Facts.timeOf(6));
        assertThat(messages.get(messageKey))
                .returns(Delivery.UNDELIVERABLE, OrderMessage::delivery)
                .returns("550 no such mailbox", OrderMessage::undeliverable);

        // and it may be sent after all, by whoever takes it out of the dead letters
        sent.pipeInput(SENT.identity(), SENT, Facts.timeOf(9));
        assertThat(messages.get(messageKey).delivery()).isEqualTo(Delivery.SENT);
    }

    @Test
    void messagesAreForgottenTogetherWithTheirOrder() {
        happens(Facts.of("o-1", "alice")
                .then(accepted())
                .then(new OrderFact.Confirmed())
                .then(new OrderFact.Completed()));
        outbox.pipeInput(MAIL.key(), MAIL, Facts.timeOf(5));

        driver.advance(RETENTION.plusDays(1));

        assertThat(messages.get(messageKey)).isNull();
    }

    @Test
    void unreadableMessageIsADeadLetter() {
        driver.send(Topics.NOTIFICATION_OUTBOX, "o-1/order-confirmed", new byte[] {1, 2, 3});
        driver.send(Topics.NOTIFICATION_SENT, SENT.identity(), new byte[] {1, 2, 3});

        assertThat(driver.deadLetters()).hasSize(2);
    }

    private void happens(Facts facts) {
        happens(facts, 0);
    }

    /** @param seen how many of them happened before */
    private void happens(Facts facts, int seen) {
        facts.events().stream().skip(seen).forEach(event -> log.pipeInput(event.orderId(), event, event.occurredAt()));
    }
}
