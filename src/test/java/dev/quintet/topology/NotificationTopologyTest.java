package dev.quintet.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.domain.notification.Message;
import dev.quintet.domain.order.LimitUnit;
import dev.quintet.domain.order.LimitUse;
import dev.quintet.domain.order.Money;
import dev.quintet.domain.order.OrderEvent;
import dev.quintet.domain.order.OrderFact;
import dev.quintet.domain.order.PricedLine;
import dev.quintet.domain.shipping.Customer;
import dev.quintet.harness.ServiceDriver;
import dev.quintet.harness.Times;
import dev.quintet.wire.Topics;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the topology adds to the domain: the memory of what was ordered, keys, who is left out, dead letters. */
final class NotificationTopologyTest {
    private static final Instant NOW = Times.at("12:00");
    private static final Money TOTAL = new Money(534, "EUR");

    private final ServiceDriver driver =
            new ServiceDriver(serdes -> NotificationTopology.build(serdes, new CustomerTables()), NOW);
    private final TestInputTopic<String, OrderEvent> events =
            driver.input(Topics.ORDER_EVENTS, driver.serdes().orderEvent());
    private final TestInputTopic<String, Customer> customers =
            driver.input(Topics.CUSTOMERS, driver.serdes().customer());
    private final TestOutputTopic<String, Message> outbox =
            driver.output(Topics.NOTIFICATION_OUTBOX, driver.serdes().outboxMessage());

    NotificationTopologyTest() throws IOException {}

    @AfterEach
    void close() {
        driver.close();
    }

    @Test
    void confirmedOrderIsMailedAndTextedUnderTheKeyOfOrderAndTemplate() {
        publish("alice", "+4930123");
        happens("o-1", "alice", accepted("classic"), NOW);
        happens("o-1", "alice", new OrderFact.Confirmed(), NOW);
        happens("o-1", "alice", new OrderFact.Completed(), NOW);

        var messages = outbox.readKeyValuesToList();
        assertThat(messages).extracting(message -> message.key).containsOnly("o-1/order-confirmed");
        assertThat(messages)
                .extracting(message -> message.value.messageId())
                .containsExactly("<o-1.order-confirmed@quintet>", "<o-1.order-confirmed.sms@quintet>");
        assertThat(messages)
                .extracting(message -> message.value.body())
                .allSatisfy(body -> assertThat(body).contains("2 x classic").contains("5.34 EUR"));
    }

    @Test
    void whatWasOrderedIsStillKnownDaysLater() {
        publish("alice", null);
        happens("o-1", "alice", accepted("classic"), NOW.minus(Duration.ofDays(9)));
        happens("o-1", "alice", new OrderFact.Cancelled("NO_CAPACITY", true), NOW);

        assertThat(outbox.readValuesToList())
                .singleElement()
                .extracting(Message::body)
                .asString()
                .contains("the kitchen has no more room")
                .contains("2 x classic");
    }

    @Test
    void nobodyIsToldOfTheOrderOfAnother() {
        publish("bob", null);
        happens("o-1", "alice", accepted("classic"), NOW);
        happens("o-1", "bob", new OrderFact.Confirmed(), NOW);

        assertThat(outbox.readValuesToList())
                .singleElement()
                .extracting(Message::body)
                .asString()
                .doesNotContain("classic");
    }

    @Test
    void customerWithoutARecordGetsNothing() {
        happens("o-1", "alice", accepted("classic"), NOW);
        happens("o-1", "alice", new OrderFact.Confirmed(), NOW);

        assertThat(outbox.isEmpty()).isTrue();
        assertThat(driver.metric("unaddressed-facts-total")).isEqualTo(1.0);
    }

    @Test
    void historyThatIsReadAgainIsToldToNobody() {
        publish("alice", null);
        happens("o-1", "alice", accepted("classic"), NOW.minus(Duration.ofDays(8)));
        happens("o-1", "alice", new OrderFact.Confirmed(), NOW.minus(Duration.ofDays(8)));

        assertThat(outbox.isEmpty()).isTrue();
    }

    @Test
    void whatCannotBeReadOrStandsUnderAnotherKeyBecomesADeadLetter() {
        publish("alice", null);
        driver.send(Topics.ORDER_EVENTS, "o-1", "not avro".getBytes(UTF_8));
        events.pipeInput("o-2", event("o-1", "alice", new OrderFact.Confirmed(), NOW), NOW);
        happens("o/1", "alice", new OrderFact.Confirmed(), NOW);

        assertThat(driver.deadLetters()).hasSize(3);
        assertThat(outbox.isEmpty()).isTrue();
    }

    private void publish(String customerId, @Nullable String phone) {
        customers.pipeInput(
                customerId,
                new Customer(customerId, customerId, customerId + "@shop.example", phone, "1 Hill", "north"));
    }

    private void happens(String orderId, String customerId, OrderFact fact, Instant at) {
        events.pipeInput(orderId, event(orderId, customerId, fact, at), at);
    }

    private static OrderEvent event(String orderId, String customerId, OrderFact fact, Instant at) {
        return new OrderEvent(orderId, 1, customerId, at, new OrderEvent.Cause("order.commands", 0, 0), fact);
    }

    private static OrderFact accepted(String itemId) {
        var use = new LimitUse(LimitUnit.ORDERS, 5, 1, null, List.of());
        var lines = List.of(new PricedLine(itemId, 2, 890));
        return new OrderFact.Accepted("burger-day", 1, use, "akaso-1", lines, 70, TOTAL, "tok_ok", 2);
    }
}
