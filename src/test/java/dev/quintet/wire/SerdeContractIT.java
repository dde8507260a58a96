package dev.quintet.wire;

import static dev.quintet.wire.Samples.serde;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quintet.local.RegistryProcess;
import dev.quintet.wire.avro.OrderCommand;
import dev.quintet.wire.avro.OrderEvent;
import dev.quintet.wire.avro.SlotWindow;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Our serde against a real registry server and Confluent's own classes: bytes equal both ways. */
@SuppressWarnings("NullAway.Init") // Set before all tests.
final class SerdeContractIT {
    private static RegistryProcess registry;
    private static ConfluentOracle generic;
    private static ConfluentOracle specific;

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException {
        registry = RegistryProcess.start(folder, 0, _ -> {});
        generic = ConfluentOracle.of(registry.url(), false);
        specific = ConfluentOracle.of(registry.url(), true);
    }

    @AfterAll
    static void stop() throws IOException {
        registry.close();
        generic.close();
        specific.close();
    }

    static Stream<SpecificRecord> records() {
        return Stream.of(Samples.command(), Samples.event(), Samples.slots());
    }

    @ParameterizedTest
    @MethodSource("records")
    void confluentReadsOursAndWritesTheSameBytes(SpecificRecord record) {
        // given
        var topic = "ours." + record.getSchema().getName();

        // when
        var ours = write(topic, record);

        // then
        assertThat(generic.serialize(topic, generic.deserialize(topic, ours))).isEqualTo(ours);
        var theirs = specific.deserialize(topic, ours);
        assertThat(theirs.getClass().getName()).isEqualTo(record.getClass().getName());
        assertThat(theirs).hasToString(record.toString());
        assertThat(specific.serialize(topic, theirs)).isEqualTo(ours);
    }

    @ParameterizedTest
    @MethodSource("records")
    void weReadConfluentsAndWriteTheSameBytes(SpecificRecord record) {
        // given
        var topic = "theirs." + record.getSchema().getName();
        var draft = specific.deserialize("draft", write("draft." + topic, record));

        // when: Confluent's serializer is the first to register the schema under this subject
        var theirs = specific.serialize(topic, draft);

        // then
        assertThat((Object) read(topic, record, theirs)).isEqualTo(record);
        assertThat(write(topic, record)).isEqualTo(theirs);
    }

    @Test
    void withoutAutoRegisterTheRegistersSchemaIsFound() {
        // given
        var registered = write("found", Samples.command());
        var configs = Map.of(SerdeConfig.URL, registry.url(), SerdeConfig.AUTO_REGISTER, false);
        var latest =
                Map.of(SerdeConfig.URL, registry.url(), SerdeConfig.AUTO_REGISTER, false, SerdeConfig.USE_LATEST, true);

        // then
        assertThat(serde(OrderCommand.class, configs).serializer().serialize("found", Samples.command()))
                .isEqualTo(registered);
        assertThat(serde(OrderCommand.class, latest).serializer().serialize("found", Samples.command()))
                .isEqualTo(registered);
        assertThatThrownBy(() -> serde(OrderCommand.class, configs)
                        .serializer()
                        .serialize("nobody-registered-this", Samples.command()))
                .isInstanceOf(RegistryRefusedException.class)
                .hasMessageContaining("auto.register.schemas");
    }

    @Test
    void anIdThatTheRegistryDoesNotKnowIsPoison() {
        var bytes = write("unknown", Samples.command());
        bytes[1] = 0x7f;

        assertThatThrownBy(() -> read("unknown", Samples.command(), bytes)).isInstanceOf(PoisonRecordException.class);
    }

    @Test
    void anIncompatibleSchemaIsRefused() {
        // given: a subject that holds slot windows
        write("narrow", Samples.slots());

        // then
        assertThatThrownBy(() -> write("narrow", Samples.command()))
                .isInstanceOf(RegistryRefusedException.class)
                .hasMessageContaining("narrow-value")
                .hasMessageContaining("incompatible");
    }

    private static byte[] write(String topic, SpecificRecord record) {
        return switch (record) {
            case OrderCommand command -> ours(OrderCommand.class).serializer().serialize(topic, command);
            case OrderEvent event -> ours(OrderEvent.class).serializer().serialize(topic, event);
            case SlotWindow slots -> ours(SlotWindow.class).serializer().serialize(topic, slots);
            case SpecificRecord other -> throw new IllegalArgumentException(other.toString());
        };
    }

    private static SpecificRecord read(String topic, SpecificRecord like, byte[] bytes) {
        return ours(like.getClass()).deserializer().deserialize(topic, bytes);
    }

    private static <T extends SpecificRecord> AvroSerde<T> ours(Class<T> type) {
        return serde(type, Map.of(SerdeConfig.URL, registry.url()));
    }
}
