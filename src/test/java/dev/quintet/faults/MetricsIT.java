package dev.quintet.faults;

import static dev.quintet.harness.Hang.PATIENCE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.quintet.harness.Exposition;
import dev.quintet.harness.ProcessUnderTest;
import dev.quintet.local.EmbeddedBroker;
import dev.quintet.operations.TopicProvisioning;
import dev.quintet.wire.Clock;
import dev.quintet.wire.StubRegistry;
import dev.quintet.wire.Topics;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Prometheus reads from a running system. */
class MetricsIT {
    private static final Path PAGE = Path.of("topology-docs", "metrics.md");

    @TempDir
    private Path folder;

    @Test
    void demoCountsWhatHappensAndThePageSaysWhatThereIs() throws Exception {
        try (var demo = RunningDemo.start(folder.resolve("data"))) {
            // when
            for (int i = 1; i <= 6; i++) {
                demo.shop().post(Posted.classic("o-" + i, "alice")).join();
            }
            demo.shop().post(Posted.classic("o-1", "alice")).join();
            sendGarbage(demo.bootstrap());

            // then
            await().pollInterval(Duration.ofMillis(500)).atMost(PATIENCE).untilAsserted(() -> {
                var scrape = scrape(demo.shop());
                assertThat(scrape.sum("quintet_verdicts_total", "reason", "ACCEPTED"))
                        .isEqualTo(5);
                assertThat(scrape.sum("quintet_verdicts_total", "reason", "LIMIT_REACHED"))
                        .isEqualTo(1);
                assertThat(scrape.sum("quintet_repeated_verdicts_total", "reason", "ACCEPTED"))
                        .isEqualTo(1);
                assertThat(scrape.sum("quintet_saga_transitions_total", "state", "COMPLETED"))
                        .isEqualTo(5);
                assertThat(scrape.sum("quintet_saga_step_duration_seconds_count", "step", "reserve-stock"))
                        .isEqualTo(5);
                assertThat(scrape.sum("quintet_dead_letters_total", "topic", Topics.ORDER_COMMANDS))
                        .isEqualTo(1);
                assertThat(scrape.sum("quintet_messages_total", "outcome", "sent"))
                        .isPositive();
                assertThat(scrape.sum("quintet_lag_records", "application", "quintet-orders"))
                        .isZero();
                assertThat(scrape.sum("quintet_restore_remaining_records", "store", "limit-slots"))
                        .isZero();
                assertThat(scrape.sum("kafka_stream_thread_process_total", "application", "quintet-orders"))
                        .isPositive();
                assertThat(scrape.families("quintet_"))
                        .as("run this test after a change of %s or of what is measured", PAGE)
                        .isEqualTo(documented());
            });
            var scrape = scrape(demo.shop());
            System.out.println("MetricsIT: " + scrape.samples().size() + " series");
            assertThat(scrape.samples()).hasSizeLessThan(6_000);
        }
    }

    @Test
    void processWithoutViewsAnswersOnItsManagementPort() throws Exception {
        try (var registry = StubRegistry.start();
                var broker = EmbeddedBroker.start(folder.resolve("kafka"), 0);
                var admin = Admin.create(Map.<String, Object>of("bootstrap.servers", broker.bootstrap()))) {
            TopicProvisioning.apply(admin, Topics.table(Clock.BROKER));
            var config = Files.writeString(
                    folder.resolve("orders.properties"),
                    "bootstrap.servers=%s\nschema.registry.url=%s\nstate.dir=%s\nmanagement.port=0\n"
                            .formatted(broker.bootstrap(), registry.url(), folder.resolve("state")));
            try (var process = ProcessUnderTest.quintet("run", "orders", "--config", config.toString())) {
                // when
                var port = process.awaitLine("management on port ", PATIENCE);

                // then
                try (var shop = new Shop("http://127.0.0.1:" + port)) {
                    assertThat(shop.get("/health/live").status()).isEqualTo(200);
                    await().atMost(PATIENCE)
                            .until(() -> shop.get("/health/ready").status() == 200);
                    assertThat(scrape(shop).families("quintet_"))
                            .anyMatch(row -> row.contains("quintet_verdicts_total"));
                    assertThat(shop.get("/v1/promotions/burger-day").status()).isEqualTo(404);
                }
            }
        }
    }

    private static Exposition scrape(Shop shop) {
        return Exposition.parse(shop.text("/metrics"));
    }

    private static void sendGarbage(String bootstrap) throws Exception {
        Map<String, Object> configs = Map.of("bootstrap.servers", bootstrap);
        try (var producer = new KafkaProducer<>(configs, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(
                            Topics.ORDER_COMMANDS, "alice".getBytes(UTF_8), "garbage".getBytes(UTF_8)))
                    .get();
        }
    }

    /** The first three columns of the page's table. */
    private static Set<String> documented() throws Exception {
        List<String> lines = Files.readAllLines(PAGE);
        return lines.stream()
                .filter(line -> line.startsWith("| `quintet_"))
                .map(line -> line.replaceFirst("^((\\|[^|]*){3}\\|).*", "$1"))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
