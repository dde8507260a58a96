package dev.quintet.wire;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * A record of a reference topic that does not count.
 *
 * @param record as it was read; the timestamp is 0 for none
 * @param cause what is wrong with it, for a person
 */
public record BadReference(ConsumerRecord<byte[], byte[]> record, String cause) {
    /** Where it lies. */
    public TopicPartition partition() {
        return new TopicPartition(record.topic(), record.partition());
    }
}
