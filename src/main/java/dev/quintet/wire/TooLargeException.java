package dev.quintet.wire;

import org.apache.kafka.common.errors.SerializationException;

/**
 * A value of ours that no topic would take. It must not reach a producer: one that may not send a record gives up its whole
 * transaction, and the record is read, and not sent, again and again.
 */
public final class TooLargeException extends SerializationException {
    private final transient byte[] bytes;

    TooLargeException(String topic, byte[] bytes) {
        super("A value for " + topic + " has " + bytes.length + " bytes, and may have " + Topics.VALUE_BYTES_MAX);
        this.bytes = bytes;
    }

    /** The value. */
    public byte[] bytes() {
        return bytes;
    }
}
