package dev.quintet.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.domain.order.Money;
import dev.quintet.domain.order.OrderFact;
import dev.quintet.domain.order.OrderLine;
import dev.quintet.domain.participant.Reply;
import dev.quintet.domain.saga.Orchestrator;
import dev.quintet.domain.saga.Purchase;
import dev.quintet.domain.saga.Saga;
import dev.quintet.domain.saga.StepState;
import dev.quintet.domain.saga.StepStatus;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Sagas as every released version stored them, in hexadecimal, go on with today's code. A new version of the contract adds
 * a file; {@code -Dgolden=write} writes one that is missing.
 */
final class StoredSagaTest {
    private static final Saga OPEN = new Saga(
            new Purchase(
                    "o-1",
                    "alice",
                    "burger-day",
                    1_800_000_000_123L,
                    "akaso-1",
                    List.of(new OrderLine("classic", 2)),
                    new Money(534, "EUR"),
                    "tok_ok"),
            1,
            4,
            null,
            true,
            List.of(
                    new StepState("reserve-stock", StepStatus.SUCCEEDED, 1, 0),
                    new StepState("authorize-payment", StepStatus.SUCCEEDED, 2, 0),
                    new StepState("capture-payment", StepStatus.SUCCEEDED, 1, 0),
                    new StepState("arrange-delivery", StepStatus.SENT, 1, 1_800_000_005_123L)));

    @ParameterizedTest
    @ValueSource(ints = 1)
    void sagaOfAnEarlierVersionGoesOnToItsEnd(int version) throws IOException {
        // given
        var stored = Path.of("src", "test", "resources", "state", "saga-" + version + ".hex");
        var versions =
                SchemaHistory.of(dev.quintet.wire.avro.Saga.getClassSchema()).versions();
        if (Files.notExists(stored) && "write".equals(System.getProperty("golden"))) {
            Files.createDirectories(stored.getParent());
            Files.writeString(stored, HexFormat.of().formatHex(encoded()) + System.lineSeparator());
        }

        // when
        var bytes = HexFormat.of().parseHex(Files.readString(stored).strip());
        var reader = new SpecificDatumReader<dev.quintet.wire.avro.Saga>(
                versions.get(version - 1), dev.quintet.wire.avro.Saga.getClassSchema());
        var saga =
                new SagaCodec().toDomain(reader.read(null, DecoderFactory.get().binaryDecoder(bytes, null)));

        // then
        assertThat(saga).isEqualTo(OPEN);
        var end = Orchestrator.reply(saga, new Reply("o-1/arrange-delivery", "o-1", null, "s-1"), 0);
        assertThat(end.closed()).isTrue();
        assertThat(end.facts())
                .containsExactly(new OrderFact.StepSucceeded("arrange-delivery", "s-1"), new OrderFact.Completed());
    }

    private static byte[] encoded() throws IOException {
        var out = new ByteArrayOutputStream();
        var encoder = EncoderFactory.get().binaryEncoder(out, null);
        new SpecificDatumWriter<>(dev.quintet.wire.avro.Saga.class).write(new SagaCodec().toAvro(OPEN), encoder);
        encoder.flush();
        return out.toByteArray();
    }
}
