package dev.quintet.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.quintet.wire.Headers;
import dev.quintet.wire.KeyPartition;
import dev.quintet.wire.Topics;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** A record for order.commands, good or bad. */
final class Command {
    private final String id;
    private final byte @Nullable [] key;
    private final byte @Nullable [] value;
    private final String replyPartition;

    private Command(String id, byte @Nullable [] key, byte @Nullable [] value, String replyPartition) {
        this.id = id;
        this.key = key;
        this.value = value;
        this.replyPartition = replyPartition;
    }

    /** The id comes back with its outcome. */
    static Command of(String id, String customerId, byte @Nullable [] value) {
        return new Command(id, customerId.getBytes(UTF_8), value, "0");
    }

    Command withKey(byte @Nullable [] other) {
        return new Command(id, other, value, replyPartition);
    }

    /** With a header that may be nonsense. */
    Command withReplyPartition(String other) {
        return new Command(id, key, value, other);
    }

    String id() {
        return id;
    }

    byte @Nullable [] key() {
        return key;
    }

    byte @Nullable [] value() {
        return value;
    }

    /** The partition that it belongs in, among so many; without a key, the first. */
    int home(int partitions) {
        return key == null ? 0 : KeyPartition.of(key, partitions);
    }

    /** The record, for a partition and perhaps with a time of its own. */
    @SuppressWarnings("NullAway") // Kafka takes null for a key, a value and a time.
    ProducerRecord<byte[], byte[]> record(int partition, @Nullable Long timestamp) {
        var record = new ProducerRecord<byte[], byte[]>(Topics.ORDER_COMMANDS, partition, timestamp, key, value);
        record.headers().add(Headers.CORRELATION_ID, id.getBytes(UTF_8));
        record.headers().add(Headers.REPLY_PARTITION, replyPartition.getBytes(UTF_8));
        return record;
    }
}
