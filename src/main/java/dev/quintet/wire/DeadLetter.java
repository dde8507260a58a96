package dev.quintet.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * A record as it goes to the topic of dead letters: as it was, and cut where that topic would not take it. What is cut has
 * its length and its SHA-256 in the headers. A record that compression made small for its own topic may be of any size, and
 * must not be the end of whoever reads it.
 */
public final class DeadLetter {
    /** Any value that a topic takes uncompressed. */
    static final int VALUE_BYTES_MAX = 1_280 << 10;

    static final int KEY_BYTES_MAX = 256 << 10;

    /** All headers that the record had, names and values. */
    static final int HEADER_BYTES_MAX = 256 << 10;

    /** Headers of an earlier death say nothing about this one. */
    private static final String OWN = "quintet-dead-letter-";

    private final byte @Nullable [] key;
    private final byte @Nullable [] value;
    private final org.apache.kafka.common.header.Headers headers;

    private DeadLetter(byte @Nullable [] key, byte @Nullable [] value, org.apache.kafka.common.header.Headers headers) {
        this.key = key;
        this.value = value;
        this.headers = headers;
    }

    /** The dead letter of a record, with the headers that it had. */
    public static DeadLetter of(
            DeadLetterHeaders origin,
            byte @Nullable [] key,
            byte @Nullable [] value,
            org.apache.kafka.common.header.Headers headers) {
        var kept = keep(headers);
        origin.addTo(kept);
        return new DeadLetter(
                cut(key, KEY_BYTES_MAX, kept, Headers.DEAD_LETTER_KEY_BYTES, Headers.DEAD_LETTER_KEY_SHA256),
                cut(value, VALUE_BYTES_MAX, kept, Headers.DEAD_LETTER_VALUE_BYTES, Headers.DEAD_LETTER_VALUE_SHA256),
                kept);
    }

    /** Its key; null when there is none. */
    public byte @Nullable [] key() {
        return key;
    }

    /** Its value; null when there is none. */
    public byte @Nullable [] value() {
        return value;
    }

    /** Those of the record that fit, and those of a dead letter. */
    public org.apache.kafka.common.header.Headers headers() {
        return headers;
    }

    /** The record for the topic. */
    public ProducerRecord<byte[], byte[]> toRecord() {
        return new ProducerRecord<>(Topics.DEAD_LETTER, null, null, key, value, headers);
    }

    private static RecordHeaders keep(org.apache.kafka.common.header.Headers headers) {
        var kept = new RecordHeaders();
        long left = HEADER_BYTES_MAX;
        int dropped = 0;
        for (var header : headers) {
            if (header.key().startsWith(OWN)) {
                continue;
            }
            // In UTF-8 a character has no more than three bytes; so many more frame a header.
            long bytes = 3L * header.key().length() + (header.value() == null ? 0 : header.value().length) + 10;
            if (bytes <= left) {
                kept.add(header);
                left -= bytes;
            } else {
                dropped++;
            }
        }
        if (dropped > 0) {
            add(kept, Headers.DEAD_LETTER_DROPPED_HEADERS, String.valueOf(dropped));
        }
        return kept;
    }

    private static byte @Nullable [] cut(
            byte @Nullable [] bytes, int max, RecordHeaders headers, String lengthHeader, String hashHeader) {
        if (bytes == null || bytes.length <= max) {
            return bytes;
        }
        add(headers, lengthHeader, String.valueOf(bytes.length));
        add(headers, hashHeader, HexFormat.of().formatHex(sha256(bytes)));
        return Arrays.copyOf(bytes, max);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    private static void add(RecordHeaders headers, String header, String value) {
        headers.add(header, value.getBytes(UTF_8));
    }
}
