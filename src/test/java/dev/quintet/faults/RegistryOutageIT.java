package dev.quintet.faults;

import static dev.quintet.harness.Hang.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.quintet.domain.order.OrderLine;
import dev.quintet.domain.order.PlaceOrder;
import dev.quintet.harness.Promotions;
import dev.quintet.local.EmbeddedBroker;
import dev.quintet.wire.StubRegistry;
import dev.quintet.wire.Topics;
import dev.quintet.wire.WireSerdes;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntFunction;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The registry is away while orders come whose schema nobody has looked up yet: none becomes a dead letter, and all are
 * judged once it is back, without help.
 */
class RegistryOutageIT {
    /** Longer than a transaction may stay open, so that the broker has given up those that were waiting. */
    private static final Duration OUTAGE = Duration.ofSeconds(15);

    private static final int PARTITIONS = 4;

    private final List<Command> sent = new ArrayList<>();

    @TempDir
    private Path folder;

    @Test
    void registryThatHangsIsWaitedFor() throws Exception {
        try (var registry = StubRegistry.start()) {
            var back = new CountDownLatch(1);
            judgesAllAfterwards(
                    registry,
                    Map.of(),
                    () -> registry.before(() -> {
                        try {
                            back.await();
                        } catch (InterruptedException e) {
                            Thread.currentThread().interrupt();
                        }
                    }),
                    back::countDown);
        }
    }

    @Test
    void registryThatIsAwayLongerThanALookUpTriesCostsNoService() throws Exception {
        try (var registry = StubRegistry.start()) {
            var away = new AtomicBoolean();
            registry.failWhile(away::get);
            judgesAllAfterwards(
                    registry,
                    Map.of("kafka.quintet.registry.retry.max.ms", "2500"),
                    () -> away.set(true),
                    () -> away.set(false));
        }
    }

    private void judgesAllAfterwards(
            StubRegistry registry, Map<String, String> settings, Runnable goAway, Runnable comeBack) throws Exception {
        try (var broker = EmbeddedBroker.start(folder.resolve("kafka"), 0);
                var services = RunningServices.start(folder, broker.bootstrap(), registry.url(), settings);
                var outcomes = new Outcomes(broker.bootstrap(), new WireSerdes(registry.configs()))) {
            // given: orders under the schema that is known and under one that is not, in every partition
            var known = new WireSerdes(registry.configs()).orderCommand().serializer();
            int id = anotherSchema(registry, known.serialize(Topics.ORDER_COMMANDS, order(0)));
            goAway.run();
            send(broker.bootstrap(), number -> {
                var bytes = known.serialize(Topics.ORDER_COMMANDS, order(number));
                return number % 10 == 9 ? ByteBuffer.wrap(bytes).putInt(1, id).array() : bytes;
            });

            // when
            long begun = System.nanoTime();
            await().atMost(PATIENCE).until(() -> System.nanoTime() - begun > OUTAGE.toNanos());
            comeBack.run();
            outcomes.awaitCount(sent.size(), PATIENCE);

            // then
            assertThat(sent).allSatisfy(command -> {
                assertThat(outcomes.of(command.id())).as(command.id()).hasSize(1);
                assertThat(outcomes.verdict(command.id())).as(command.id()).isPresent();
            });
            services.awaitAccepting(PATIENCE);
            services.assertAlive();
        }
    }

    private void send(String bootstrap, IntFunction<byte[]> bytes) {
        Map<String, Object> configs = Map.of("bootstrap.servers", bootstrap);
        try (var producer = new KafkaProducer<>(configs, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (int number = 0; number < 40 * PARTITIONS; number++) {
                var command = Command.of("c-" + number, order(number).customerId(), bytes.apply(number));
                sent.add(command);
                var _ = producer.send(command.record(command.home(PARTITIONS), null));
            }
        }
    }

    /** The id of a schema that is the one of these bytes in other words, as another release may have it. */
    private static int anotherSchema(StubRegistry registry, byte[] bytes) throws IOException {
        var url = URI.create(
                registry.url() + "/schemas/ids/" + ByteBuffer.wrap(bytes).getInt(1));
        try (var in = url.toURL().openStream()) {
            var schema = new ObjectMapper().readTree(in).path("schema").asText();
            return registry.add(
                    Topics.ORDER_COMMANDS + "-value", schema.replaceFirst("\"doc\":\"", "\"doc\":\"In other words: "));
        }
    }

    private static PlaceOrder order(int number) {
        return new PlaceOrder(
                "o-" + number,
                "customer-" + number % 60,
                Promotions.BURGER_DAY,
                "akaso-1",
                List.of(new OrderLine("classic", 1)),
                "tok_ok");
    }
}
