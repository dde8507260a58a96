package dev.quintet.wire;

/** The record headers that Quintet writes and reads. All values are UTF-8 text. */
public final class Headers {
    /** On a command: the partition of order.verdicts that its sender reads, in decimal. Without it nobody is answered. */
    public static final String REPLY_PARTITION = "quintet-reply-partition";

    /** On a command and on its verdict: what its sender tells its requests apart by. */
    public static final String CORRELATION_ID = "quintet-correlation-id";

    /** On a dead letter: what is wrong with the record, for a person. */
    public static final String DEAD_LETTER_CAUSE = "quintet-dead-letter-cause";

    /** On a dead letter: the topic that the record came from. */
    public static final String DEAD_LETTER_TOPIC = "quintet-dead-letter-topic";

    /** On a dead letter: the partition that the record came from, in decimal. */
    public static final String DEAD_LETTER_PARTITION = "quintet-dead-letter-partition";

    /** On a dead letter: the offset that the record had, in decimal. */
    public static final String DEAD_LETTER_OFFSET = "quintet-dead-letter-offset";

    /** On a dead letter: the timestamp that the record had, in epoch milliseconds. */
    public static final String DEAD_LETTER_TIMESTAMP = "quintet-dead-letter-timestamp";

    /** On a dead letter whose value was too large for the topic: the bytes that it had, in decimal. */
    public static final String DEAD_LETTER_VALUE_BYTES = "quintet-dead-letter-value-bytes";

    /** On a dead letter whose value was too large for the topic: the SHA-256 of all of it, in hexadecimal. */
    public static final String DEAD_LETTER_VALUE_SHA256 = "quintet-dead-letter-value-sha256";

    /** On a dead letter whose key was too large for the topic: the bytes that it had, in decimal. */
    public static final String DEAD_LETTER_KEY_BYTES = "quintet-dead-letter-key-bytes";

    /** On a dead letter whose key was too large for the topic: the SHA-256 of all of it, in hexadecimal. */
    public static final String DEAD_LETTER_KEY_SHA256 = "quintet-dead-letter-key-sha256";

    /** On a dead letter whose headers were too large for the topic: how many of them are left out, in decimal. */
    public static final String DEAD_LETTER_DROPPED_HEADERS = "quintet-dead-letter-dropped-headers";

    /** On a menu item whose price pricing decided on: the offset of the menu item that it decided from, in decimal. */
    public static final String BASED_ON = "quintet-based-on";

    private Headers() {}
}
