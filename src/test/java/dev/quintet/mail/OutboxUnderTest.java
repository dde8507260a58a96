package dev.quintet.mail;

import static dev.quintet.harness.Hang.PATIENCE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import dev.quintet.domain.notification.Channel;
import dev.quintet.domain.notification.Message;
import dev.quintet.local.EmbeddedBroker;
import dev.quintet.operations.TopicProvisioning;
import dev.quintet.wire.Clock;
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
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A dispatcher between a real broker and a real SMTP server, and what goes in and comes out. */
abstract class OutboxUnderTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private final StubRegistry registry = StubRegistry.start();
    final WireSerdes serdes = new WireSerdes(registry.configs());
    final MailServer server = new MailServer();

    @SuppressWarnings("NullAway.Init")
    private EmbeddedBroker broker;

    @BeforeEach
    void start() throws InterruptedException {
        broker = EmbeddedBroker.start(folder.resolve("kafka"), 0);
        try (var admin = Admin.create(clientConfigs())) {
            TopicProvisioning.apply(admin, Topics.table(Clock.BROKER));
        }
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
        broker.close();
        registry.close();
    }

    static String id(String orderId) {
        return "<" + orderId + ".order-confirmed@quintet>";
    }

    static Message mail(String orderId) {
        return to("alice@shop.example", orderId);
    }

    static Message to(String address, String orderId) {
        return new Message(
                id(orderId),
                address.substring(0, address.indexOf('@') < 0 ? 0 : address.indexOf('@')),
                Channel.EMAIL,
                address,
                "Your order " + orderId + " is confirmed",
                "Grüße, 2 x classic",
                orderId,
                "order-confirmed");
    }

    OutboxDispatcher dispatcher() {
        var config =
                new MailConfig("127.0.0.1", server.port(), "orders@quintet.localhost", folder.resolve("sms.jsonl"));
        return OutboxDispatcher.start(clientConfigs(), serdes, config);
    }

    Map<String, Object> clientConfigs() {
        return Map.of("bootstrap.servers", broker.bootstrap());
    }

    void write(Message... messages) throws Exception {
        for (var message : messages) {
            writeBytes(serdes.outboxMessage().serializer().serialize(Topics.NOTIFICATION_OUTBOX, message));
        }
    }

    /** All into one partition, so that their order is known. */
    void writeBytes(byte[] value) throws Exception {
        try (var producer =
                new KafkaProducer<>(clientConfigs(), new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(Topics.NOTIFICATION_OUTBOX, 0, new byte[] {'k'}, value))
                    .get();
        }
    }

    /** What the first partition of a topic holds now. */
    List<ConsumerRecord<byte[], byte[]>> read(String topic) {
        var records = new ArrayList<ConsumerRecord<byte[], byte[]>>();
        try (var consumer =
                new KafkaConsumer<>(clientConfigs(), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            var partitions = Partitions.of(consumer, topic);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
        }
        return records;
    }

    static void eventually(ThrowingRunnable assertion) {
        await().atMost(PATIENCE).untilAsserted(assertion);
    }

    static String header(ConsumerRecord<?, ?> letter, String name) {
        return new String(letter.headers().lastHeader(name).value(), UTF_8);
    }
}
