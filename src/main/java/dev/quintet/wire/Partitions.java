package dev.quintet.wire;

import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;

/** The partitions of topics, for consumers that read all of them and belong to no group. */
public final class Partitions {
    private Partitions() {}

    /** All partitions of a topic, as the broker has it now. */
    public static List<TopicPartition> of(Consumer<?, ?> consumer, String topic) {
        return of(consumer.partitionsFor(topic));
    }

    /** The same within a time; throws Kafka's TimeoutException when that was not enough. */
    public static List<TopicPartition> of(Consumer<?, ?> consumer, String topic, Duration time) {
        return of(consumer.partitionsFor(topic, time));
    }

    private static List<TopicPartition> of(List<PartitionInfo> partitions) {
        return partitions.stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
    }
}
