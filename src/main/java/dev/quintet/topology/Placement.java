package dev.quintet.topology;

import dev.quintet.wire.PoisonRecordException;
import dev.quintet.wire.Surroundings;
import dev.quintet.wire.Topics;
import java.util.Set;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/**
 * Whether a record lies where its key belongs, and has a time where its topic promises one. What a task knows of a key is
 * true only while all records of the key come to this task.
 */
record Placement(Surroundings surroundings) {
    /** What participants and sagas remember, they find again by the time of the record. */
    private static final Set<String> TIMED = Set.of(
            Topics.STOCK_COMMANDS,
            Topics.STOCK_REPLIES,
            Topics.PAYMENT_COMMANDS,
            Topics.PAYMENT_REPLIES,
            Topics.SHIPPING_COMMANDS,
            Topics.SHIPPING_REPLIES);

    /**
     * Passes a record that stands where it must.
     *
     * @param key the key as it is on Kafka, which the decoding has accepted
     * @param timestamp as {@link RecordTime} gives it
     * @throws PoisonRecordException when it does not
     */
    void require(RecordMetadata origin, Decoding decoding, byte[] key, Decoding.Decoded decoded, long timestamp) {
        if (timestamp <= 0 && TIMED.contains(origin.topic())) {
            throw new PoisonRecordException("The record has no timestamp; the topic must have LogAppendTime, which"
                    + " quintet topics check would tell");
        }
        int partitions = surroundings.partitions(origin.topic());
        int home = decoding.home(key, decoded, partitions);
        if (home != origin.partition()) {
            throw new PoisonRecordException("The record lies in partition " + origin.partition() + " of " + partitions
                    + " and belongs in " + home + ", by " + decoding.partitioner());
        }
    }
}
