package dev.quintet.faults;

import static dev.quintet.harness.Hang.PATIENCE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.quintet.domain.order.OrderFact;
import dev.quintet.harness.Facts;
import dev.quintet.local.EmbeddedBroker;
import dev.quintet.wire.Headers;
import dev.quintet.wire.StubRegistry;
import dev.quintet.wire.Topics;
import dev.quintet.wire.WireSerdes;
import java.nio.file.Path;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Records that compression makes small for the broker, under exactly-once: whoever reads them goes on. */
class LargeRecordsIT {
    private static final int THREE_MEBIBYTES = 3 << 20;

    @TempDir
    private Path folder;

    @Test
    void recordsThatAreLargeOnceTheyAreReadStopNobody() throws Exception {
        try (var broker = EmbeddedBroker.start(folder.resolve("kafka"), 0);
                var registry = StubRegistry.start();
                var services = RunningServices.start(folder, broker.bootstrap(), registry.url(), Map.of())) {
            var serdes = new WireSerdes(registry.configs());
            try (var outcomes = new Outcomes(broker.bootstrap(), serdes)) {
                // when: garbage of 3 MiB, and an order whose payment gave a reason of 600,000 characters
                send(broker.bootstrap(), serdes);
                outcomes.awaitCount(1, PATIENCE);

                // then
                assertThat(outcomes.deadLetter("large")).hasValueSatisfying(letter -> {
                    assertThat(letter.value().length).isLessThan(Topics.DEAD_LETTER_BYTES_MAX);
                    assertThat(Outcomes.header(letter, Headers.DEAD_LETTER_VALUE_BYTES))
                            .isEqualTo(String.valueOf(THREE_MEBIBYTES));
                });
                await().atMost(PATIENCE)
                        .untilAsserted(() -> assertThat(services.shop()
                                        .get("/v1/orders/foreign")
                                        .body()
                                        .path("cancelCause")
                                        .asText())
                                .isEqualTo("N".repeat(199) + "…"));
                services.awaitAccepting(PATIENCE);
                services.assertUnharmed();
            }
        }
    }

    private static void send(String bootstrap, WireSerdes serdes) {
        Map<String, Object> configs = Map.of(
                "bootstrap.servers", bootstrap, "compression.type", "lz4", "max.request.size", 2 * THREE_MEBIBYTES);
        var facts = Facts.of("foreign", "mallory")
                .then(Facts.accepted())
                .then(new OrderFact.StepFailed("authorize-payment", "N".repeat(600_000), 1));
        try (var producer = new KafkaProducer<>(configs, new ByteArraySerializer(), new ByteArraySerializer())) {
            var large =
                    new ProducerRecord<>(Topics.ORDER_COMMANDS, "mallory".getBytes(UTF_8), new byte[THREE_MEBIBYTES]);
            large.headers().add(Headers.CORRELATION_ID, "large".getBytes(UTF_8));
            var _ = producer.send(large);
            var events = serdes.orderEvent().serializer();
            for (var event : facts.events()) {
                var _ = producer.send(new ProducerRecord<>(
                        Topics.ORDER_EVENTS,
                        null,
                        System.currentTimeMillis(),
                        event.orderId().getBytes(UTF_8),
                        events.serialize(Topics.ORDER_EVENTS, event)));
            }
        }
    }
}
