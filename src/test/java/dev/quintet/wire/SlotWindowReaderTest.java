package dev.quintet.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.wire.avro.LimitUnit;
import dev.quintet.wire.avro.LimitUse;
import dev.quintet.wire.avro.Money;
import dev.quintet.wire.avro.RefusalReason;
import dev.quintet.wire.avro.SlotEntry;
import dev.quintet.wire.avro.SlotStatus;
import dev.quintet.wire.avro.SlotWindow;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.junit.jupiter.api.Test;

final class SlotWindowReaderTest {
    private static final int WINDOWS = 500;

    private final Random random = new Random(20261121);

    @Test
    void everyWindowIsReadAsAvroReadsIt() throws IOException {
        for (int i = 0; i < WINDOWS; i++) {
            // given
            var bytes = bytes(new SlotWindow(entries(), random.nextBoolean()));
            var byAvro = DecoderFactory.get().binaryDecoder(bytes, null);
            var byHand = DecoderFactory.get().binaryDecoder(bytes, null);

            // when
            var read = read(new SlotWindowReader(), byHand);

            // then
            assertThat(read).isEqualTo(read(new SpecificDatumReader<>(SlotWindow.class), byAvro));
            assertThat(byHand.isEnd()).isTrue();
        }
    }

    @Test
    void theReaderByHandIsTakenForTheSchemaOfThisBuildOnly() throws IOException {
        // given
        var type = AvroType.of(SlotWindow.class);
        var other = new org.apache.avro.Schema.Parser()
                .parse(type.schema().toString().replace("\"spilled\"", "\"overflown\""));

        // when, then
        assertThat(type.readerOf(type.schema())).isInstanceOf(SlotWindowReader.class);
        assertThat(type.readerOf(other)).isNotInstanceOf(SlotWindowReader.class);
    }

    @SuppressWarnings("NullAway") // Avro takes null for "no object to reuse".
    private static SlotWindow read(DatumReader<SlotWindow> reader, BinaryDecoder decoder) throws IOException {
        return reader.read(null, decoder);
    }

    private static byte[] bytes(SlotWindow window) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var encoder = EncoderFactory.get().binaryEncoder(bytes, null);
        new SpecificDatumWriter<>(SlotWindow.class).write(window, encoder);
        encoder.flush();
        return bytes.toByteArray();
    }

    private List<SlotEntry> entries() {
        var entries = new ArrayList<SlotEntry>();
        for (int i = random.nextInt(8); i >= 0; i--) {
            entries.add(new SlotEntry(
                    text(),
                    text(),
                    random.nextLong(),
                    random.nextLong(),
                    any(SlotStatus.values()),
                    random.nextInt(),
                    random.nextLong(),
                    random.nextBoolean() ? any(RefusalReason.values()) : null,
                    random.nextBoolean() ? use() : null,
                    random.nextBoolean() ? new Money(random.nextLong(), text()) : null));
        }
        return entries;
    }

    private LimitUse use() {
        var counted = new ArrayList<String>();
        for (int i = random.nextInt(6); i > 0; i--) {
            counted.add(text());
        }
        return new LimitUse(
                any(LimitUnit.values()),
                random.nextInt(),
                random.nextInt(),
                random.nextBoolean() ? random.nextLong() : null,
                counted,
                random.nextInt());
    }

    private String text() {
        return "é-" + random.nextInt(1_000_000);
    }

    private <E> E any(E[] values) {
        return values[random.nextInt(values.length)];
    }
}
