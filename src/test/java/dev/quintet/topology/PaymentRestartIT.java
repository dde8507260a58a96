package dev.quintet.topology;

import static dev.quintet.harness.Hang.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.quintet.domain.order.Money;
import dev.quintet.domain.participant.CommandHead;
import dev.quintet.domain.participant.Reply;
import dev.quintet.domain.payment.PaymentCommand;
import dev.quintet.domain.payment.PaymentRequest;
import dev.quintet.local.EmbeddedBroker;
import dev.quintet.operations.Settings;
import dev.quintet.operations.SettingsLoader;
import dev.quintet.operations.StreamsRunner;
import dev.quintet.operations.TopicProvisioning;
import dev.quintet.wire.ApplicationIds;
import dev.quintet.wire.Partitions;
import dev.quintet.wire.StubRegistry;
import dev.quintet.wire.Topics;
import dev.quintet.wire.WireSerdes;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A delayed answer on a real broker: it is given although the service goes away meanwhile, and comes back elsewhere. */
final class PaymentRestartIT {
    @TempDir
    private Path folder;

    @Test
    void aSlowTokenIsAnsweredOnceAlthoughTheServiceIsReplacedMeanwhile() throws Exception {
        try (var registry = StubRegistry.start();
                var broker = EmbeddedBroker.start(folder.resolve("kafka"), 0)) {
            var settings = settings(broker, registry, "first");
            try (var admin = Admin.create(settings.clientConfigs())) {
                TopicProvisioning.apply(admin, Topics.table(settings.clock()));
            }
            var serdes = new WireSerdes(settings.serdeConfigs());
            try (var replies = replies(settings, serdes)) {
                // given
                try (var _ = start(settings, serdes)) {
                    send(settings, serdes, command("slow", "tok_slow"), command("next", "tok_ok"));
                    assertThat(read(replies, 1)).extracting(Reply::commandId).containsExactly("next");
                }

                // when
                try (var _ = start(settings(broker, registry, "second"), serdes)) {
                    // then
                    assertThat(read(replies, 1)).containsExactly(new Reply("slow", "o-slow", null, null));
                    send(settings, serdes, command("slow", "tok_slow"), command("last", "tok_ok"));
                    assertThat(read(replies, 2)).extracting(Reply::commandId).containsExactly("slow", "last");
                }
            }
        }
    }

    private static StreamsRunner start(Settings settings, WireSerdes serdes) {
        var payment = StreamsRunner.start(ApplicationIds.PAYMENT, PaymentTopology.build(serdes), settings);
        await().atMost(PATIENCE).until(payment::isRunning);
        return payment;
    }

    /** Each place has a state folder of its own, so that a second one knows only what the changelogs say. */
    private Settings settings(EmbeddedBroker broker, StubRegistry registry, String place) {
        var values = new HashMap<String, String>(Map.of(
                "bootstrap.servers", broker.bootstrap(),
                "state.dir", folder.resolve(place).toString()));
        values.putAll(registry.configs());
        return SettingsLoader.load(null, Map.of(), values);
    }

    private static PaymentCommand command(String id, String method) {
        var head = new CommandHead(id, "o-" + id, "alice");
        return new PaymentCommand(head, new PaymentRequest.Authorize(new Money(1_780, "EUR"), method));
    }

    private static void send(Settings settings, WireSerdes serdes, PaymentCommand... commands) {
        var values = serdes.paymentCommand().serializer();
        try (var producer = new KafkaProducer<>(configs(settings), new StringSerializer(), values)) {
            for (var command : commands) {
                var _ = producer.send(new ProducerRecord<>(Topics.PAYMENT_COMMANDS, "alice", command));
            }
        }
    }

    private static KafkaConsumer<String, Reply> replies(Settings settings, WireSerdes serdes) {
        var configs = configs(settings);
        configs.put("isolation.level", "read_committed");
        configs.put("auto.offset.reset", "earliest");
        var consumer = new KafkaConsumer<>(
                configs, new StringDeserializer(), serdes.reply().deserializer());
        consumer.assign(Partitions.of(consumer, Topics.PAYMENT_REPLIES));
        return consumer;
    }

    private static Map<String, Object> configs(Settings settings) {
        return new HashMap<>(settings.clientConfigs());
    }

    private static List<Reply> read(KafkaConsumer<String, Reply> consumer, int count) {
        var read = new ArrayList<Reply>();
        await().atMost(PATIENCE).until(() -> {
            consumer.poll(Duration.ofMillis(200)).forEach(record -> read.add(record.value()));
            return read.size() >= count;
        });
        return read;
    }
}
