package dev.quintet.operations;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerInterceptor;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Gives records of reference topics that have no timestamp the time 0, which their reader refuses one by one. Kafka
 * Streams asks no timestamp extractor for global stores, and a negative time ends the thread that reads them before any
 * code of ours sees the record, at every start again.
 */
public final class ReferenceTimes implements ConsumerInterceptor<byte[], byte[]> {
    @Override
    public ConsumerRecords<byte[], byte[]> onConsume(ConsumerRecords<byte[], byte[]> records) {
        for (var record : records) {
            if (record.timestamp() < 0) {
                return timed(records);
            }
        }
        return records;
    }

    private static ConsumerRecords<byte[], byte[]> timed(ConsumerRecords<byte[], byte[]> records) {
        var timed = new HashMap<TopicPartition, List<ConsumerRecord<byte[], byte[]>>>();
        for (var partition : records.partitions()) {
            var all = new ArrayList<ConsumerRecord<byte[], byte[]>>();
            records.records(partition).forEach(record -> all.add(record.timestamp() < 0 ? timed(record) : record));
            timed.put(partition, all);
        }
        return new ConsumerRecords<>(timed, records.nextOffsets());
    }

    private static ConsumerRecord<byte[], byte[]> timed(ConsumerRecord<byte[], byte[]> record) {
        return new ConsumerRecord<>(
                record.topic(),
                record.partition(),
                record.offset(),
                0,
                record.timestampType(),
                record.serializedKeySize(),
                record.serializedValueSize(),
                record.key(),
                record.value(),
                record.headers(),
                record.leaderEpoch());
    }

    @Override
    public void onCommit(Map<TopicPartition, OffsetAndMetadata> offsets) {
        // Nobody commits what global stores read.
    }

    @Override
    public void configure(Map<String, ?> configs) {
        // There is nothing to set.
    }

    @Override
    public void close() {
        // Nothing is held.
    }
}
