package dev.quintet.faults;

import static dev.quintet.harness.Hang.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.quintet.domain.order.MenuItem;
import dev.quintet.domain.order.Money;
import dev.quintet.local.EmbeddedBroker;
import dev.quintet.operations.TopicProvisioning;
import dev.quintet.wire.BrokerAnswers;
import dev.quintet.wire.Clock;
import dev.quintet.wire.Headers;
import dev.quintet.wire.Partitions;
import dev.quintet.wire.StubRegistry;
import dev.quintet.wire.Topics;
import dev.quintet.wire.WireSerdes;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A price without a timestamp, which no extractor of Kafka Streams gets to see, on a topic that was made before its time
 * was the broker's: nobody stops, now or at the next start, and however many services read it, it is one dead letter.
 */
class BadReferenceIT {
    private static final List<String> READERS = List.of("orders", "views", "pricing");

    @TempDir
    private Path folder;

    @Test
    void priceWithoutATimestampStopsNobodyAndIsBuriedOnce() throws Exception {
        try (var broker = EmbeddedBroker.start(folder.resolve("kafka"), 0);
                var registry = StubRegistry.start();
                var admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrap()))) {
            // given
            try (var services = start(broker, registry)) {
                letProducersDate(admin);
                var bytes = new WireSerdes(registry.configs())
                        .menuItem()
                        .serializer()
                        .serialize(Topics.MENU, new MenuItem("classic", "Classic", new Money(1, "EUR")));

                // when
                sendUndated(broker, bytes);
                awaitCauses(broker, "no timestamp");

                // then
                requireOldPrice(services);
                services.assertUnharmed();
            }
            // and at the next start, which meets it again, and then another one
            try (var services = start(broker, registry)) {
                sendUndated(broker, new byte[] {7});
                awaitCauses(broker, "no timestamp", "Only 1 bytes");
                requireOldPrice(services);
                services.assertUnharmed();
            }
        }
    }

    private RunningServices start(EmbeddedBroker broker, StubRegistry registry) throws Exception {
        return RunningServices.start(folder, broker.bootstrap(), registry.url(), Map.of(), READERS);
    }

    /** As the topic was; {@code topics check} tells, and {@code topics apply} sets it right again. */
    private static void letProducersDate(Admin admin) throws Exception {
        var menu = new ConfigResource(ConfigResource.Type.TOPIC, Topics.MENU);
        var entry = new ConfigEntry("message.timestamp.type", "CreateTime");
        admin.incrementalAlterConfigs(Map.of(menu, List.of(new AlterConfigOp(entry, AlterConfigOp.OpType.SET))))
                .all()
                .get();
        assertThat(TopicProvisioning.check(BrokerAnswers.usual(admin), Topics.table(Clock.BROKER)))
                .singleElement()
                .satisfies(drift -> {
                    assertThat(drift.topic()).isEqualTo(Topics.MENU);
                    assertThat(drift.what())
                            .isEqualTo("message.timestamp.type is CreateTime and must be LogAppendTime");
                });
    }

    private static void sendUndated(EmbeddedBroker broker, byte[] value) throws Exception {
        Map<String, Object> configs = Map.of("bootstrap.servers", broker.bootstrap());
        try (var producer = new KafkaProducer<>(configs, new StringSerializer(), new ByteArraySerializer())) {
            // Java's own producer dates every record; others need not.
            var undated = new ProducerRecord<>(Topics.MENU, "classic", value) {
                @Override
                public Long timestamp() {
                    return -1L;
                }
            };
            producer.send(undated).get();
        }
    }

    private static void requireOldPrice(RunningServices services) {
        var order = Posted.classic("price", "somebody");
        var answer = services.shop().post(order).join();
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.body().path("total").path("amountMinor").asLong()).isEqualTo(267);
    }

    private static void awaitCauses(EmbeddedBroker broker, String... causes) {
        var bytes = new ByteArrayDeserializer();
        Map<String, Object> configs =
                Map.of("bootstrap.servers", broker.bootstrap(), "isolation.level", "read_committed");
        try (var consumer = new KafkaConsumer<>(configs, bytes, bytes)) {
            consumer.assign(Partitions.of(consumer, Topics.DEAD_LETTER));
            consumer.seekToBeginning(consumer.assignment());
            var found = new ArrayList<String>();
            await().atMost(PATIENCE).until(() -> {
                consumer.poll(Duration.ofMillis(200))
                        .forEach(letter -> found.add(Outcomes.header(letter, Headers.DEAD_LETTER_CAUSE)));
                return found.size() >= causes.length;
            });
            assertThat(found).hasSize(causes.length);
            for (int i = 0; i < causes.length; i++) {
                assertThat(found.get(i)).contains(causes[i]);
            }
        }
    }
}
