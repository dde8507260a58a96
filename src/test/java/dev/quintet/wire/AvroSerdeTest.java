package dev.quintet.wire;

import static dev.quintet.wire.Samples.serde;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quintet.wire.avro.OrderCommand;
import dev.quintet.wire.avro.OrderEvent;
import dev.quintet.wire.avro.SlotWindow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.apache.avro.util.ClassSecurityValidator;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class AvroSerdeTest {
    private static final String TOPIC = "order.commands";

    private final StubRegistry registry = StubRegistry.start();

    @AfterEach
    void stop() {
        registry.close();
    }

    @Test
    void recordsComeBackAsTheyWent() {
        // given
        var commands = serde(OrderCommand.class, registry.configs());
        var events = serde(OrderEvent.class, registry.configs());
        var slots = serde(SlotWindow.class, registry.configs());

        // when
        var command =
                commands.deserializer().deserialize(TOPIC, commands.serializer().serialize(TOPIC, Samples.command()));
        var event = events.deserializer().deserialize("e", events.serializer().serialize("e", Samples.event()));
        var slot = slots.deserializer().deserialize("s", slots.serializer().serialize("s", Samples.slots()));

        // then
        assertThat(command).isEqualTo(Samples.command());
        assertThat(event).isEqualTo(Samples.event());
        assertThat(slot).isEqualTo(Samples.slots());
    }

    @Test
    void tombstonesPassWithoutTheRegistry() {
        var serde = serde(OrderCommand.class, registry.configs());

        assertThat(serde.serializer().serialize(TOPIC, null)).isNull();
        assertThat(serde.deserializer().deserialize(TOPIC, null)).isNull();
        assertThat(registry.requests()).isEmpty();
    }

    @Test
    void allSerdesOfTheSameSettingsAskOnce() {
        // given
        var first = serde(OrderCommand.class, registry.configs());
        var second = serde(OrderCommand.class, new HashMap<>(registry.configs()));

        // when
        for (var serde : List.of(first, second, first)) {
            serde.deserializer().deserialize(TOPIC, serde.serializer().serialize(TOPIC, Samples.command()));
        }

        // then
        assertThat(registry.requests()).containsExactly("POST /subjects/order.commands-value/versions");
    }

    @Test
    void manyThreadsThatMissTogetherAskOnce() throws Exception {
        // given
        var bytes = serde(OrderCommand.class, registry.configs()).serializer().serialize(TOPIC, Samples.command());
        var begun = new CountDownLatch(200);
        var letGo = new CountDownLatch(1);
        registry.before(() -> {
            await(letGo);
        });

        // when
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            // With settings of its own, as another process: whoever registered a schema need not ask for it.
            var serde = serde(
                    OrderCommand.class, Map.of(SerdeConfig.URL, registry.url(), SerdeConfig.UNKNOWN_LIMIT, 1_000));
            var reads = new ArrayList<Callable<OrderCommand>>();
            for (int i = 0; i < 200; i++) {
                reads.add(() -> {
                    begun.countDown();
                    return serde.deserializer().deserialize(TOPIC, bytes);
                });
            }
            threads.execute(() -> {
                await(begun);
                letGo.countDown();
            });

            // then
            for (var read : threads.invokeAll(reads)) {
                assertThat(read.get()).isEqualTo(Samples.command());
            }
        }
        assertThat(registry.requests()).filteredOn("GET /schemas/ids/1"::equals).hasSize(1);
    }

    @Test
    void oneSerdeServesManyThreadsAtOnce() throws Exception {
        // given
        var serde = serde(OrderEvent.class, registry.configs());
        var expected = serde.serializer().serialize("e", Samples.event());

        // when
        try (var threads = Executors.newFixedThreadPool(8)) {
            var work = new ArrayList<Callable<Integer>>();
            for (int i = 0; i < 8; i++) {
                work.add(() -> wrongRoundTrips(serde, expected));
            }

            // then
            for (var wrong : threads.invokeAll(work)) {
                assertThat(wrong.get()).isZero();
            }
        }
    }

    @Test
    void subjectsFollowTheNamingThatIsSet() {
        // given
        var byRecord = Map.of(
                SerdeConfig.URL,
                registry.url(),
                SerdeConfig.VALUE_NAMING,
                "io.confluent.kafka.serializers.subject.TopicRecordNameStrategy");

        // when
        serde(OrderCommand.class, byRecord).serializer().serialize(TOPIC, Samples.command());

        // then
        assertThat(registry.requests())
                .containsExactly("POST /subjects/order.commands-dev.quintet.wire.avro.OrderCommand/versions");
    }

    @Test
    void withoutAutoRegisterTheSchemaMustBeThere() {
        // given
        var configs = Map.of(SerdeConfig.URL, registry.url(), SerdeConfig.AUTO_REGISTER, "false");
        var serializer = serde(OrderCommand.class, configs).serializer();

        // then
        assertThatThrownBy(() -> serializer.serialize(TOPIC, Samples.command()))
                .isInstanceOf(RegistryRefusedException.class)
                .hasMessageContaining("order.commands-value")
                .hasMessageContaining("auto.register.schemas");

        // when
        var id = registry.add(
                "order.commands-value", OrderCommand.getClassSchema().toString());

        // then
        assertThat(WireFormat.schemaId(serializer.serialize(TOPIC, Samples.command())))
                .isEqualTo(id);
    }

    @Test
    void theLatestVersionIsUsedOnlyWhenItIsOurSchema() {
        // given
        var ours = registry.add(
                "order.commands-value", OrderCommand.getClassSchema().toString());
        registry.add("order.commands-value", "\"string\"");
        var configs =
                Map.of(SerdeConfig.URL, registry.url(), SerdeConfig.AUTO_REGISTER, false, SerdeConfig.USE_LATEST, true);

        // when
        var bytes = serde(OrderCommand.class, configs).serializer().serialize(TOPIC, Samples.command());

        // then
        assertThat(WireFormat.schemaId(bytes)).isEqualTo(ours);
    }

    @Test
    void anUntrustedClassIsRefusedAtTheStart() {
        var trusted = ClassSecurityValidator.getGlobal();
        ClassSecurityValidator.setGlobal(ClassSecurityValidator.DEFAULT_TRUSTED_CLASSES);
        try {
            assertThatThrownBy(() -> serde(OrderCommand.class, registry.configs()))
                    .isInstanceOf(ConfigException.class)
                    .hasMessageContaining("-Dorg.apache.avro.SERIALIZABLE_PACKAGES=dev.quintet.wire.avro");
        } finally {
            ClassSecurityValidator.setGlobal(trusted);
        }
    }

    private static int wrongRoundTrips(AvroSerde<OrderEvent> serde, byte[] expected) {
        var wrong = 0;
        for (int i = 0; i < 5_000; i++) {
            var event = serde.deserializer().deserialize("e", expected);
            var bytes = serde.serializer().serialize("e", event);
            if (!event.equals(Samples.event()) || !Arrays.equals(bytes, expected)) {
                wrong++;
            }
        }
        return wrong;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
