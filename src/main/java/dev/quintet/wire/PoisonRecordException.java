package dev.quintet.wire;

import org.apache.kafka.common.errors.SerializationException;

/** A record that no retry will ever make readable: its bytes or its content are wrong. It belongs on the dead-letter topic. */
public final class PoisonRecordException extends SerializationException {
    public PoisonRecordException(String message) {
        super(message);
    }

    public PoisonRecordException(String message, Throwable cause) {
        super(message, cause);
    }
}
