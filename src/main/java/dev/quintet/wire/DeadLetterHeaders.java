package dev.quintet.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Where a dead letter came from and why it is one.
 *
 * @param cause for a person; what is longer than 1,000 characters is cut off
 */
public record DeadLetterHeaders(String topic, int partition, long offset, long timestamp, String cause) {
    private static final int CAUSE_LENGTH_MAX = 1_000;

    /** Adds them to those that the record had. */
    public void addTo(org.apache.kafka.common.header.Headers headers) {
        add(headers, Headers.DEAD_LETTER_CAUSE, cause.substring(0, Math.min(cause.length(), CAUSE_LENGTH_MAX)));
        add(headers, Headers.DEAD_LETTER_TOPIC, topic);
        add(headers, Headers.DEAD_LETTER_PARTITION, String.valueOf(partition));
        add(headers, Headers.DEAD_LETTER_OFFSET, String.valueOf(offset));
        add(headers, Headers.DEAD_LETTER_TIMESTAMP, String.valueOf(timestamp));
    }

    private static void add(org.apache.kafka.common.header.Headers headers, String header, String value) {
        headers.add(header, value.getBytes(UTF_8));
    }
}
