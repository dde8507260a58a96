package dev.quintet.topology;

import static dev.quintet.domain.order.RefusalReason.BAD_TIMESTAMP;
import static dev.quintet.domain.order.RefusalReason.TOO_LATE;
import static dev.quintet.harness.OrderBuilder.anOrder;
import static dev.quintet.harness.Promotions.fiveADay;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.domain.order.OrderEvent;
import dev.quintet.domain.order.OrderFact;
import dev.quintet.domain.order.Verdict;
import dev.quintet.harness.Story;
import dev.quintet.harness.Times;
import dev.quintet.harness.TopologyDriver;
import dev.quintet.wire.Headers;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the topology adds to the domain: time bounds, the store's horizon, outputs, dead letters. */
final class OrdersTopologyTest {
    private static final Instant NOW = Times.at("12:00");

    private final TopologyDriver driver = new TopologyDriver(NOW);
    private final Story story = new Story(driver).given(fiveADay());

    OrdersTopologyTest() throws IOException {}

    @AfterEach
    void close() {
        driver.close();
    }

    @Test
    void orderMoreThanFiveMinutesAheadOfTheClockIsRefusedAndLeavesNothing() {
        story.when(anOrder().called("a").at(NOW.plus(Duration.ofMinutes(5)).plusMillis(1)))
                .thenRefused(BAD_TIMESTAMP);
        assertThat(driver.events()).isEmpty();
        story.when(anOrder().called("a").at(NOW)).thenAccepted();
    }

    @Test
    void orderFiveMinutesAheadOfTheClockIsJudged() {
        story.when(anOrder().at(NOW.plus(Duration.ofMinutes(5)))).thenAccepted();
    }

    @Test
    void clockADayAheadDoesNotExpireTheWindowsOfOthers() {
        story.given(
                anOrder().at("10:00"),
                anOrder().at("10:01"),
                anOrder().at("10:02"),
                anOrder().at("10:03"));
        story.given(anOrder().by("eve").at(NOW.plus(Duration.ofDays(365))));
        story.when(anOrder().at("10:04")).thenAccepted().withUsed(5, 0);
    }

    @Test
    void orderOlderThanTheStoreKeepsIsTooLate() {
        story.given(anOrder().at(NOW));
        story.when(anOrder().by("eve").at(NOW.minus(Duration.ofDays(4_001)))).thenRefused(TOO_LATE);
        assertThat(driver.events()).hasSize(1);
    }

    @Test
    void orderLateByTenYearsIsJudgedWhileTheStoreKeepsItsWindows() {
        story.given(anOrder().at(NOW));
        story.when(anOrder().by("eve").at(NOW.minus(Duration.ofDays(3_652)))).thenAccepted();
    }

    @Test
    void verdictIsWrittenForWhoAsked() {
        driver.placeUnasked(anOrder().build(), NOW);
        assertThat(driver.verdicts()).isEmpty();
        assertThat(driver.events()).extracting(OrderEvent::fact).hasOnlyElementsOfType(OrderFact.Accepted.class);
    }

    @Test
    void refusalThatLeavesNoFactIsToldEvenUnasked() {
        driver.placeUnasked(anOrder().build(), NOW.plus(Duration.ofDays(1)));
        assertThat(driver.verdicts()).extracting(Verdict::reason).containsExactly(BAD_TIMESTAMP);
    }

    @Test
    void factNamesItsCauseAndIsTheFirstOfItsOrder() {
        driver.placeUnasked(anOrder().called("a").build(), NOW);
        assertThat(driver.events()).singleElement().satisfies(event -> {
            assertThat(event.orderId()).isEqualTo("a");
            assertThat(event.version()).isEqualTo(1);
            assertThat(event.cause()).isEqualTo(new OrderEvent.Cause("order.commands", 0, 0));
            assertThat(event.occurredAt()).isEqualTo(NOW);
        });
    }

    @Test
    void repeatedOrderIsNoNewFact() {
        driver.placeUnasked(anOrder().called("a").build(), NOW);
        driver.placeUnasked(anOrder().called("a").build(), NOW);
        assertThat(driver.events()).hasSize(1);
    }

    @Test
    void garbageBecomesADeadLetterWithItsBytesAndItsCause() {
        var garbage = "not avro".getBytes(UTF_8);
        driver.send("alice".getBytes(UTF_8), garbage);
        assertThat(driver.deadLetters()).singleElement().satisfies(letter -> {
            assertThat(letter.value()).isEqualTo(garbage);
            assertThat(header(letter, Headers.DEAD_LETTER_TOPIC)).isEqualTo("order.commands");
            assertThat(header(letter, Headers.DEAD_LETTER_OFFSET)).isEqualTo("0");
            assertThat(header(letter, Headers.DEAD_LETTER_CAUSE)).isNotBlank();
        });
        story.when(anOrder().at(NOW)).thenAccepted();
    }

    @Test
    void commandWithoutKeyOrValueBecomesADeadLetter() {
        driver.send("alice".getBytes(UTF_8), null);
        driver.send(null, new byte[] {0, 0, 0, 0, 1});
        assertThat(driver.deadLetters())
                .extracting(letter -> header(letter, Headers.DEAD_LETTER_CAUSE))
                .satisfiesExactly(
                        cause -> assertThat(cause).contains("value is missing"),
                        cause -> assertThat(cause).contains("key is missing"));
    }

    @Test
    void commandUnderTheKeyOfAnotherCustomerBecomesADeadLetter() {
        var order = anOrder().by("bob").build();
        driver.send("alice".getBytes(UTF_8), driver.bytes(order));
        assertThat(driver.deadLetters())
                .singleElement()
                .satisfies(letter ->
                        assertThat(header(letter, Headers.DEAD_LETTER_CAUSE)).contains("bob"));
        assertThat(driver.events()).isEmpty();
    }

    @Test
    void commandWithAMalformedIdBecomesADeadLetter() {
        driver.send(
                "alice".getBytes(UTF_8), driver.bytes(anOrder().called("a/b").build()));
        assertThat(driver.deadLetters()).hasSize(1);
    }

    private static String header(TestRecord<byte[], byte[]> letter, String name) {
        return new String(letter.headers().lastHeader(name).value(), UTF_8);
    }
}
