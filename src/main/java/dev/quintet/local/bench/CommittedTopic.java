package dev.quintet.local.bench;

import dev.quintet.wire.Partitions;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** What is committed on topics, read by the bench. */
final class CommittedTopic {
    private CommittedTopic() {}

    /** A consumer of every partition of a topic. */
    static <V> KafkaConsumer<String, V> open(
            BenchPlatform platform, String topic, Deserializer<V> values, Map<String, Object> settings) {
        var config = new HashMap<>(settings);
        config.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, platform.bootstrap());
        config.put(
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                IsolationLevel.READ_COMMITTED.toString().toLowerCase(Locale.ROOT));
        var consumer = new KafkaConsumer<>(config, new StringDeserializer(), values);
        consumer.assign(Partitions.of(consumer, topic));
        return consumer;
    }

    /**
     * Everything on a topic, from its first record to its last.
     *
     * @return the sum of the end offsets of its partitions
     */
    static <V> long read(
            BenchPlatform platform, String topic, Deserializer<V> values, Consumer<ConsumerRecord<String, V>> reader) {
        try (var consumer = open(platform, topic, values, Map.of())) {
            var partitions = consumer.assignment();
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(100)).forEach(reader);
            }
            return ends.values().stream().mapToLong(Long::longValue).sum();
        }
    }
}
