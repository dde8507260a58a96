package dev.quintet.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.apache.kafka.common.compress.Compression;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.internal.AbstractRecords;
import org.apache.kafka.common.record.internal.RecordBatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A dead letter fits its topic, whatever the record was; what is cut can be told by length and hash. */
final class DeadLetterTest {
    private static final DeadLetterHeaders ORIGIN = new DeadLetterHeaders("order.commands", 3, 42, 7, "why");

    @Test
    void recordThatFitsIsKeptWhole() {
        var headers = new RecordHeaders().add("h", "v".getBytes(UTF_8));

        var letter = DeadLetter.of(ORIGIN, bytes(64), bytes(DeadLetter.VALUE_BYTES_MAX), headers);

        assertThat(letter.key()).isEqualTo(bytes(64));
        assertThat(letter.value()).isEqualTo(bytes(DeadLetter.VALUE_BYTES_MAX));
        assertThat(text(letter, "h")).isEqualTo("v");
        assertThat(text(letter, Headers.DEAD_LETTER_CAUSE)).isEqualTo("why");
        assertThat(letter.headers().lastHeader(Headers.DEAD_LETTER_VALUE_BYTES)).isNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {DeadLetter.VALUE_BYTES_MAX + 1, 3 << 20, 30 << 20})
    void valueThatDoesNotFitIsCutAndItsLengthAndHashAreKept(int length) {
        var letter = DeadLetter.of(ORIGIN, null, bytes(length), new RecordHeaders());

        assertThat(letter.value()).isEqualTo(bytes(DeadLetter.VALUE_BYTES_MAX));
        assertThat(text(letter, Headers.DEAD_LETTER_VALUE_BYTES)).isEqualTo(String.valueOf(length));
        assertThat(text(letter, Headers.DEAD_LETTER_VALUE_SHA256)).hasSize(64).matches("[0-9a-f]*");
        assertFits(letter);
    }

    @Test
    void keyAndHeadersThatDoNotFitAreCutToo() {
        var headers = new RecordHeaders();
        for (int i = 0; i < 100; i++) {
            headers.add("h-" + i, bytes(10_000));
        }

        var letter = DeadLetter.of(ORIGIN, bytes(3 << 20), bytes(3 << 20), headers);

        assertThat(letter.key()).hasSize(DeadLetter.KEY_BYTES_MAX);
        assertThat(text(letter, Headers.DEAD_LETTER_KEY_BYTES)).isEqualTo(String.valueOf(3 << 20));
        assertThat(letter.headers().lastHeader("h-0")).isNotNull();
        assertThat(text(letter, Headers.DEAD_LETTER_DROPPED_HEADERS)).isEqualTo("74");
        assertFits(letter);
    }

    @Test
    void headersOfAnEarlierDeathAreNotTakenForThisOnes() {
        var first = DeadLetter.of(ORIGIN, null, bytes(3 << 20), new RecordHeaders());

        var second = DeadLetter.of(ORIGIN, null, bytes(10), first.headers());

        assertThat(second.headers().lastHeader(Headers.DEAD_LETTER_VALUE_BYTES)).isNull();
        assertThat(second.headers().headers(Headers.DEAD_LETTER_CAUSE)).hasSize(1);
    }

    /** By the measure of the producer, which is that of the topic before compression. */
    private static void assertFits(DeadLetter letter) {
        int size = AbstractRecords.estimateSizeInBytesUpperBound(
                RecordBatch.CURRENT_MAGIC_VALUE,
                Compression.NONE.type(),
                letter.key(),
                letter.value(),
                letter.headers().toArray());
        // What can't be compressed becomes a little longer.
        assertThat(size).isLessThan(Topics.DEAD_LETTER_BYTES_MAX - (64 << 10));
    }

    private static byte[] bytes(int length) {
        var bytes = new byte[length];
        Arrays.fill(bytes, (byte) 'x');
        return bytes;
    }

    private static String text(DeadLetter letter, String header) {
        return new String(letter.headers().lastHeader(header).value(), UTF_8);
    }
}
