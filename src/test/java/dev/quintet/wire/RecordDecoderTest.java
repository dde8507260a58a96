package dev.quintet.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.avro.io.EncoderFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class RecordDecoderTest {
    private static final Schema EVERYTHING = new Schema.Parser().parse("""
            {"type":"record","name":"Everything","fields":[
              {"name":"text","type":["null","string"]},
              {"name":"nothing","type":["null","string"]},
              {"name":"at","type":{"type":"long","logicalType":"timestamp-millis"}},
              {"name":"day","type":{"type":"int","logicalType":"date"}},
              {"name":"bytes","type":"bytes"},
              {"name":"ratio","type":"double"},
              {"name":"numbers","type":{"type":"map","values":"int"}},
              {"name":"either","type":[
                {"type":"record","name":"Left","fields":[{"name":"x","type":"int"}]},
                {"type":"record","name":"Right","fields":[{"name":"x","type":"int"}]}]},
              {"name":"maybe","type":["null","Left"]}]}
            """);

    private final StubRegistry registry = StubRegistry.start();
    private final RecordDecoder decoder = new RecordDecoder(registry.configs());

    @AfterEach
    void stopRegistry() {
        registry.close();
    }

    private byte[] everything() throws IOException {
        var left = EVERYTHING.getField("either").schema().getTypes().get(0);
        var right = EVERYTHING.getField("either").schema().getTypes().get(1);
        var record = new GenericRecordBuilder(EVERYTHING)
                .set("text", "grüß")
                .set("nothing", null)
                .set("at", 0L)
                .set("day", 1)
                .set("bytes", ByteBuffer.wrap(new byte[] {1, 2, 3}))
                .set("ratio", Double.NaN)
                .set("numbers", Map.of("one", 1))
                .set("either", new GenericRecordBuilder(right).set("x", 7).build())
                .set("maybe", new GenericRecordBuilder(left).set("x", 8).build())
                .build();
        var out = new ByteArrayOutputStream();
        var header = new byte[WireFormat.HEADER_BYTES];
        WireFormat.putHeader(header, registry.add("everything-value", EVERYTHING.toString()));
        out.writeBytes(header);
        var encoder = EncoderFactory.get().directBinaryEncoder(out, null);
        new GenericDatumWriter<>(EVERYTHING).write(record, encoder);
        return out.toByteArray();
    }

    @Test
    void aValueReadsAsAPersonWouldWriteIt() throws IOException {
        assertThat(decoder.decode(everything()))
                .hasToString(
                        "{\"text\":\"grüß\",\"nothing\":null,\"at\":\"1970-01-01T00:00:00.000Z\",\"day\":\"1970-01-02\","
                                + "\"bytes\":\"AQID\",\"ratio\":\"NaN\",\"numbers\":{\"one\":1},"
                                + "\"either\":{\"@type\":\"Right\",\"x\":7},\"maybe\":{\"x\":8}}");
    }

    @Test
    void bytesThatAreNoAvroArePoison() throws IOException {
        var whole = everything();
        var cut = Arrays.copyOf(whole, whole.length - 3);
        var longer = Arrays.copyOf(whole, whole.length + 1);
        for (var bytes : List.of(new byte[0], "plain text".getBytes(StandardCharsets.UTF_8), cut, longer)) {
            assertThatExceptionOfType(PoisonRecordException.class).isThrownBy(() -> decoder.decode(bytes));
        }
    }

    @Test
    void aSchemaThatNobodyKnowsIsPoison() {
        var decoder = new RecordDecoder(Map.of(SerdeConfig.URL, registry.url(), SerdeConfig.UNKNOWN_LIMIT, 0));
        assertThatExceptionOfType(PoisonRecordException.class)
                .isThrownBy(() -> decoder.decode(new byte[] {0, 0, 0, 3, 9, 1}))
                .withMessage("The schema registry knows no schema 777");
    }
}
