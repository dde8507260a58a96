package dev.quintet.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.domain.order.OrderEvent;
import dev.quintet.domain.order.OrderFact;
import dev.quintet.harness.Facts;
import dev.quintet.harness.ServiceDriver;
import dev.quintet.wire.Headers;
import dev.quintet.wire.Topics;
import dev.quintet.wire.WireSerdes;
import java.io.IOException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.Topology;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Should a record of ours be too large for its topic after all, it is a dead letter, and the service goes on. */
final class UnsendableTest {
    private final ServiceDriver driver = new ServiceDriver(UnsendableTest::passOn, Facts.timeOf(0));

    UnsendableTest() throws IOException {}

    @AfterEach
    void close() {
        driver.close();
    }

    private static Topology passOn(WireSerdes serdes) {
        return new Topology()
                .addSource("source", new StringDeserializer(), serdes.reply().deserializer(), Topics.PAYMENT_REPLIES)
                .addProcessor("grow", GrowingFacts::new, "source")
                .addSink(
                        "sink",
                        Topics.ORDER_EVENTS,
                        new StringSerializer(),
                        serdes.orderEvent().serializer(),
                        "grow");
    }

    @Test
    void recordThatIsTooLargeIsADeadLetterAndTheNextIsSent() {
        var replies = driver.input(Topics.PAYMENT_REPLIES, driver.serdes().reply());
        var events = driver.output(Topics.ORDER_EVENTS, driver.serdes().orderEvent());

        replies.pipeInput("1100000", GrowingFacts.ANY);
        replies.pipeInput("10", GrowingFacts.ANY);

        assertThat(driver.deadLetters()).singleElement().satisfies(letter -> {
            assertThat(new String(
                            letter.headers()
                                    .lastHeader(Headers.DEAD_LETTER_TOPIC)
                                    .value(),
                            UTF_8))
                    .isEqualTo(Topics.ORDER_EVENTS);
            assertThat(new String(
                            letter.headers()
                                    .lastHeader(Headers.DEAD_LETTER_CAUSE)
                                    .value(),
                            UTF_8))
                    .contains("may have 1000000");
            assertThat(letter.value().length).isGreaterThan(1_100_000);
        });
        assertThat(events.readValuesToList())
                .extracting(OrderEvent::fact)
                .containsExactly(new OrderFact.CancelRequested("customer", "r".repeat(10)));
    }
}
