package dev.quintet.wire;

import dev.quintet.domain.order.Texts;
import org.apache.kafka.common.errors.SerializationException;

/** A record that no retry will ever make readable: its bytes or its content are wrong. It belongs on the dead-letter topic. */
public final class PoisonRecordException extends SerializationException {
    /** What a message quotes of the record may be of any length, and goes to logs and headers. */
    private static final int MESSAGE_MAX = 1_000;

    public PoisonRecordException(String message) {
        super(Texts.cut(message, MESSAGE_MAX));
    }

    public PoisonRecordException(String message, Throwable cause) {
        super(Texts.cut(message, MESSAGE_MAX), cause);
    }
}
