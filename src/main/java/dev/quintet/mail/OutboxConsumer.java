package dev.quintet.mail;

import dev.quintet.wire.Topics;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** How the outbox is read: committed messages, shared by a group, and left only once they are settled. */
final class OutboxConsumer {
    static final String GROUP = "quintet-notification-dispatch";

    private OutboxConsumer() {}

    static Consumer<byte[], byte[]> open(Map<String, ?> clientConfigs) {
        var configs = new HashMap<String, Object>(clientConfigs);
        configs.put(ConsumerConfig.GROUP_ID_CONFIG, GROUP);
        configs.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        configs.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        configs.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        configs.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        configs.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000);
        configs.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 2_500);
        // A server that takes ten seconds for each reply must not cost this process its partitions.
        configs.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 10);
        configs.put(ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG, 900_000);
        return new KafkaConsumer<>(configs, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /**
     * Joins the group.
     *
     * @param onAssigned is told, from within a poll, when partitions come from others
     * @param onChange is told, from within a poll, what this process has whenever that changed
     */
    static void subscribe(
            Consumer<byte[], byte[]> consumer,
            Runnable onAssigned,
            java.util.function.Consumer<Set<TopicPartition>> onChange) {
        consumer.subscribe(List.of(Topics.NOTIFICATION_OUTBOX), new ConsumerRebalanceListener() {
            @Override
            public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
                onAssigned.run();
                onChange.accept(consumer.assignment());
            }

            @Override
            public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
                var kept = new HashSet<>(consumer.assignment());
                kept.removeAll(partitions);
                onChange.accept(kept);
            }
        });
    }

    /** What was read and not settled is read again. */
    static void goBackTo(
            Consumer<byte[], byte[]> consumer,
            ConsumerRecords<byte[], byte[]> records,
            Map<TopicPartition, OffsetAndMetadata> settled) {
        for (var partition : records.partitions()) {
            var next = settled.get(partition);
            consumer.seek(
                    partition,
                    next == null ? records.records(partition).getFirst().offset() : next.offset());
        }
    }
}
