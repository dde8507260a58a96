package dev.quintet.mail;

import static dev.quintet.harness.Hang.PATIENCE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.quintet.domain.notification.Channel;
import dev.quintet.domain.notification.Message;
import dev.quintet.local.EmbeddedBroker;
import dev.quintet.operations.TopicProvisioning;
import dev.quintet.wire.Clock;
import dev.quintet.wire.Headers;
import dev.quintet.wire.Partitions;
import dev.quintet.wire.StubRegistry;
import dev.quintet.wire.Topics;
import dev.quintet.wire.WireSerdes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The dispatcher between a real broker and a real SMTP server. */
final class OutboxDispatcherIT {
    private static final String BEHIND_ALL = "behind-all";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final StubRegistry registry = StubRegistry.start();
    private final WireSerdes serdes = new WireSerdes(registry.configs());
    private final MailServer server = new MailServer();

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

    @Test
    void mailArrivesOnceEvenWhenItStandsInTheOutboxTwice() throws Exception {
        write(mail("o-1"), mail("o-1"), mail("o-2"));

        try (var _ = dispatcher()) {
            eventually(() -> assertThat(server.mails()).hasSize(2));
            // All are keyed alike here, so what comes last tells that the others were settled.
            write(mail(BEHIND_ALL));
            eventually(() -> assertThat(server.messageIds()).contains(id(BEHIND_ALL)));
        }

        assertThat(server.messageIds()).containsExactly(id("o-1"), id("o-2"), id(BEHIND_ALL));
        var first = server.mails().getFirst();
        assertThat(first.getSubject()).isEqualTo("Your order o-1 is confirmed");
        assertThat(first.getContent().toString().strip()).isEqualTo("Grüße, 2 x classic");
        assertThat(first.getFrom()).extracting(Object::toString).containsExactly("orders@quintet.localhost");
        assertThat(first.getAllRecipients()).extracting(Object::toString).containsExactly("alice@shop.example");
    }

    @Test
    void messagesWaitWhileTheServerIsAwayAndFollowWhenItIsBack() throws Exception {
        try (var dispatcher = dispatcher()) {
            write(mail("o-1"));
            eventually(() -> assertThat(server.messageIds()).containsExactly(id("o-1")));

            // when
            server.goAway();
            write(mail("o-2"), mail("o-3"));
            eventually(() -> assertThat(dispatcher.isWaiting()).isTrue());
            server.start();

            // then
            eventually(() -> assertThat(server.messageIds()).containsExactly(id("o-1"), id("o-2"), id("o-3")));
        }
    }

    @Test
    void recipientThatIsRefusedForNowIsTriedAgain() throws Exception {
        server.isBusyFor("alice@shop.example");
        try (var _ = dispatcher()) {
            write(mail("o-1"));
            eventually(() -> assertThat(server.putOff()).isGreaterThanOrEqualTo(2));

            server.takesAgain("alice@shop.example");

            eventually(() -> assertThat(server.messageIds()).containsExactly(id("o-1")));
        }
        assertThat(read(Topics.DEAD_LETTER)).isEmpty();
    }

    @Test
    void faultOfOursIsADeadLetterAndThePartitionGoesOn() throws Exception {
        var taken = new CopyOnWriteArrayList<String>();
        MessageSender faulty = message -> {
            if (message.orderId().equals("o-1")) {
                throw new IllegalArgumentException("can't be encoded");
            }
            taken.add(message.orderId());
        };
        write(mail("o-1"), mail("o-2"));

        try (var _ = OutboxDispatcher.start(clientConfigs(), serdes, Map.of(Channel.EMAIL, faulty))) {
            eventually(() -> assertThat(taken).containsExactly("o-2"));
        }

        assertThat(read(Topics.DEAD_LETTER))
                .satisfiesExactly(letter -> assertThat(header(letter, Headers.DEAD_LETTER_CAUSE))
                        .contains("A fault of ours", "can't be encoded"));
    }

    @Test
    void lagIsWhatTheBrokerKnowsWhileTheServerIsAway() throws Exception {
        server.goAway();
        write(to("tomáš.dvořáček@example.com", "o-1"), mail("o-2"), mail("o-3"));

        try (var dispatcher = dispatcher()) {
            eventually(() -> {
                assertThat(dispatcher.state()).isEqualTo("WAITING");
                assertThat(dispatcher.lag()).containsEntry(Topics.NOTIFICATION_OUTBOX, 3L);
            });

            server.start();
            eventually(() -> {
                assertThat(server.messageIds()).containsExactly(id("o-1"), id("o-2"), id("o-3"));
                assertThat(dispatcher.lag()).containsEntry(Topics.NOTIFICATION_OUTBOX, 0L);
            });
        }
    }

    @Test
    void restartDoesNotSendAgainWhatWasSentEvenWhenItsOffsetsAreLost() throws Exception {
        write(mail("o-1"), mail("o-2"));
        try (var _ = dispatcher()) {
            eventually(() -> assertThat(server.mails()).hasSize(2));
        }

        // when
        try (var admin = Admin.create(clientConfigs())) {
            admin.deleteConsumerGroups(List.of("quintet-notification-dispatch"))
                    .all()
                    .get();
        }
        write(mail(BEHIND_ALL));
        try (var _ = dispatcher()) {
            eventually(() -> assertThat(server.messageIds()).contains(id(BEHIND_ALL)));
        }

        // then
        assertThat(server.messageIds()).containsExactly(id("o-1"), id("o-2"), id(BEHIND_ALL));
        assertThat(read(Topics.NOTIFICATION_SENT))
                .extracting(record -> new String(record.key(), UTF_8))
                .containsExactlyInAnyOrder("alice/" + id("o-1"), "alice/" + id("o-2"), "alice/" + id(BEHIND_ALL));
    }

    @Test
    void twoCustomersWhoseOrdersAreCalledTheSameBothGetTheirMail() throws Exception {
        write(to("alice@shop.example", "o-1"), to("bob@shop.example", "o-1"));

        try (var _ = dispatcher()) {
            eventually(() -> assertThat(server.messageIds()).containsExactly(id("o-1"), id("o-1")));
        }
    }

    @Test
    void refusedAddressAndGarbageBecomeDeadLettersAndHoldNobodyUp() throws Exception {
        server.knowsNot("alice@shop.example");
        write(mail("o-1"), to("no address", "o-2"));
        writeBytes("not avro".getBytes(UTF_8));
        write(to("bob@shop.example", "o-3"));
        try (var _ = dispatcher()) {
            eventually(() -> assertThat(server.messageIds()).containsExactly(id("o-3")));
        }

        assertThat(read(Topics.DEAD_LETTER))
                .satisfiesExactly(
                        letter -> {
                            assertThat(header(letter, Headers.DEAD_LETTER_CAUSE))
                                    .contains("550 no such mailbox");
                            assertThat(header(letter, Headers.DEAD_LETTER_TOPIC))
                                    .isEqualTo("notification.outbox");
                            assertThat(header(letter, Headers.DEAD_LETTER_OFFSET))
                                    .isEqualTo("0");
                            assertThat(serdes.outboxMessage().deserializer().deserialize("", letter.value()))
                                    .isEqualTo(mail("o-1"));
                        },
                        letter -> assertThat(header(letter, Headers.DEAD_LETTER_CAUSE))
                                .contains("No address of mail"),
                        letter -> assertThat(header(letter, Headers.DEAD_LETTER_CAUSE))
                                .contains("Magic byte"));
    }

    @Test
    void textMessageIsALineOfJson() throws Exception {
        write(new Message("<o-1.x.sms@quintet>", "alice", Channel.SMS, "+4930123", "", "Grüße", "o-1", "x"));

        try (var _ = dispatcher()) {
            eventually(() -> assertThat(folder.resolve("sms.jsonl"))
                    .hasContent("{\"messageId\":\"<o-1.x.sms@quintet>\",\"to\":\"+4930123\",\"body\":\"Grüße\","
                            + "\"orderId\":\"o-1\",\"template\":\"x\"}"));
        }
        assertThat(Files.readString(folder.resolve("sms.jsonl"))).endsWith("\n");
        assertThat(server.mails()).isEmpty();
    }

    private static String id(String orderId) {
        return "<" + orderId + ".order-confirmed@quintet>";
    }

    private static Message mail(String orderId) {
        return to("alice@shop.example", orderId);
    }

    private static Message to(String address, String orderId) {
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

    private OutboxDispatcher dispatcher() {
        var config =
                new MailConfig("127.0.0.1", server.port(), "orders@quintet.localhost", folder.resolve("sms.jsonl"));
        return OutboxDispatcher.start(clientConfigs(), serdes, config);
    }

    private Map<String, Object> clientConfigs() {
        return Map.of("bootstrap.servers", broker.bootstrap());
    }

    private void write(Message... messages) throws Exception {
        for (var message : messages) {
            writeBytes(serdes.outboxMessage().serializer().serialize(Topics.NOTIFICATION_OUTBOX, message));
        }
    }

    /** All into one partition, so that their order is known. */
    private void writeBytes(byte[] value) throws Exception {
        try (var producer =
                new KafkaProducer<>(clientConfigs(), new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(Topics.NOTIFICATION_OUTBOX, 0, new byte[] {'k'}, value))
                    .get();
        }
    }

    /** What the first partition of a topic holds now. */
    private List<ConsumerRecord<byte[], byte[]>> read(String topic) {
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

    private static void eventually(ThrowingRunnable assertion) {
        await().atMost(PATIENCE).untilAsserted(assertion);
    }

    private static String header(ConsumerRecord<?, ?> letter, String name) {
        return new String(letter.headers().lastHeader(name).value(), UTF_8);
    }
}
