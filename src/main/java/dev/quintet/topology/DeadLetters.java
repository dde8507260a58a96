package dev.quintet.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.quintet.wire.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/** What becomes of a record that nobody can read: its raw bytes, and in headers where it came from and why. */
final class DeadLetters {
    private static final int CAUSE_LENGTH_MAX = 1_000;

    private DeadLetters() {}

    static Record<byte[], byte[]> of(Record<byte[], byte[]> record, RecordMetadata origin, String cause) {
        var headers = new RecordHeaders(record.headers());
        headers.add(Headers.DEAD_LETTER_CAUSE, bytes(cause.substring(0, Math.min(cause.length(), CAUSE_LENGTH_MAX))));
        headers.add(Headers.DEAD_LETTER_TOPIC, bytes(origin.topic()));
        headers.add(Headers.DEAD_LETTER_PARTITION, bytes(String.valueOf(origin.partition())));
        headers.add(Headers.DEAD_LETTER_OFFSET, bytes(String.valueOf(origin.offset())));
        headers.add(Headers.DEAD_LETTER_TIMESTAMP, bytes(String.valueOf(record.timestamp())));
        return record.withHeaders(headers);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
