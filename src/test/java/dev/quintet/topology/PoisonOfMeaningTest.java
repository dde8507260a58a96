package dev.quintet.topology;

import static dev.quintet.harness.Facts.accepted;
import static dev.quintet.harness.Facts.refused;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.domain.order.OrderEvent;
import dev.quintet.domain.order.OrderFact;
import dev.quintet.domain.view.OrderStatus;
import dev.quintet.domain.view.OrderView;
import dev.quintet.harness.Facts;
import dev.quintet.harness.ServiceDriver;
import dev.quintet.wire.Headers;
import dev.quintet.wire.Stores;
import dev.quintet.wire.Topics;
import dev.quintet.wire.ViewsGeneration;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Facts that can be read and can't be so, on the log that anybody may write to: each is a dead letter, and views go on. */
final class PoisonOfMeaningTest {
    private final ServiceDriver driver = new ServiceDriver(
            serdes -> ViewsTopology.build(
                    serdes,
                    new ReferenceTables(),
                    new StockTables(),
                    new ViewLimits(Duration.ofDays(30), 10),
                    (_, _) -> {},
                    _ -> {},
                    ViewsGeneration.FIRST),
            Facts.timeOf(0));
    private final TestInputTopic<String, OrderEvent> log =
            driver.input(Topics.ORDER_EVENTS, driver.serdes().orderEvent());
    private final KeyValueStore<String, OrderView> views = driver.store(Stores.ORDER_VIEWS);

    PoisonOfMeaningTest() throws IOException {}

    @AfterEach
    void close() {
        driver.close();
    }

    @Test
    void factOfAnOrderThatNobodyPlaced() {
        requireBuried(event("nobodys", 1, new OrderFact.Confirmed()), "do not begin");
        requireBuried(event("nobodys", 7, new OrderFact.Completed()), "can't follow fact 0");
    }

    @Test
    void factThatIsAheadOfTheOthers() {
        happens(event("o-1", 1, accepted()));

        requireBuried(event("o-1", 3, new OrderFact.Completed()), "can't follow fact 1");
    }

    @Test
    void orderThatBeginsTwice() {
        happens(event("o-1", 1, accepted()));

        requireBuried(event("o-1", 2, accepted()), "begin twice");
        requireBuried(event("o-1", 2, refused()), "begin twice");
    }

    @Test
    void firstFactOfAnotherLifeThatBeginsNothing() {
        happens(event("o-1", 1, accepted()));
        var later = event("o-1", 1, new OrderFact.Confirmed());

        requireBuried(new OrderEvent("o-1", 1, "alice", Facts.timeOf(50), later.cause(), later.fact()), "do not begin");
        assertThat(views.get("o-1").status()).isEqualTo(OrderStatus.ACCEPTED);
    }

    @Test
    void anotherFactUnderTheVersionOfOneThatHappened() {
        happens(event("o-1", 1, accepted()));
        happens(event("o-1", 2, new OrderFact.Confirmed()));

        requireBuried(event("o-1", 2, new OrderFact.Cancelled("DECLINED", true)), "can't follow fact 2");
        assertThat(views.get("o-1").status()).isEqualTo(OrderStatus.CONFIRMED);
    }

    @Test
    void factOfATimeThatNothingCanHaveHappenedAt() {
        for (var at : new Instant[] {
            Instant.ofEpochMilli(Long.MIN_VALUE),
            Instant.ofEpochMilli(Long.MAX_VALUE),
            Facts.timeOf(0).plus(Duration.ofDays(2))
        }) {
            var event = event("o-9", 1, accepted());
            requireBuried(
                    new OrderEvent("o-9", 1, "alice", at, event.cause(), event.fact()), "Nothing can have happened at");
        }
    }

    @Test
    void orderOfMoreStepsThanAnyDefinitionHas() {
        happens(event("o-1", 1, accepted()));
        long version = 1;
        while (views.get("o-1").steps().size() < 32) {
            version++;
            happens(event("o-1", version, new OrderFact.StepRetried("step-" + version, 2)));
        }

        requireBuried(event("o-1", version + 1, new OrderFact.StepRetried("one-more", 2)), "at most 32 steps");
    }

    private static OrderEvent event(String orderId, long version, OrderFact fact) {
        return new OrderEvent(
                orderId, version, "alice", Facts.timeOf(version), new OrderEvent.Cause("somewhere", 0, 0), fact);
    }

    private void happens(OrderEvent event) {
        log.pipeInput(event.orderId(), event, Facts.timeOf(event.version()));
        assertThat(driver.deadLetters()).isEmpty();
    }

    /** A dead letter with its bytes and the cause, counted; and what comes behind it is seen. */
    private void requireBuried(OrderEvent event, String cause) {
        double before = driver.metric("left-out-facts-total");

        log.pipeInput(event.orderId(), event, Facts.timeOf(event.version()));

        assertThat(driver.deadLetters()).singleElement().satisfies(letter -> {
            assertThat(letter.key()).isEqualTo(event.orderId().getBytes(UTF_8));
            assertThat(driver.serdes().orderEvent().deserializer().deserialize(Topics.ORDER_EVENTS, letter.value()))
                    .isEqualTo(event);
            assertThat(new String(
                            letter.headers()
                                    .lastHeader(Headers.DEAD_LETTER_CAUSE)
                                    .value(),
                            UTF_8))
                    .contains(cause);
        });
        assertThat(driver.metric("left-out-facts-total")).isEqualTo(before + 1);
        var neighbour = "n-" + event.version() + "-" + before;
        happens(event(neighbour, 1, accepted()));
        assertThat(views.get(neighbour)).isNotNull();
    }
}
