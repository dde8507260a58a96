package dev.quintet.verb;

import dev.quintet.wire.BrokerAnswers;
import dev.quintet.wire.Partitions;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** A topic, read as far as it goes, and each time from there on. Committed records only. */
final class CommittedLog implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(200);

    private final Cluster cluster;
    private final String topic;
    private final Consumer<byte[], byte[]> consumer;
    private final List<TopicPartition> partitions;
    private long read;

    private CommittedLog(Cluster cluster, String topic) {
        this.cluster = cluster;
        this.topic = topic;
        consumer = new KafkaConsumer<>(
                configs(cluster.clientConfigs()), new ByteArrayDeserializer(), new ByteArrayDeserializer());
        partitions = BrokerAnswers.ask(consumer, cluster.patience(), time -> Partitions.of(consumer, topic, time));
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** From the beginning. */
    static CommittedLog open(Cluster cluster, String topic) {
        return new CommittedLog(cluster, topic);
    }

    /** From what is not yet there. */
    static CommittedLog openAtEnd(Cluster cluster, String topic) {
        var log = new CommittedLog(cluster, topic);
        log.consumer.seekToEnd(log.partitions);
        // Now and not with the first read: what is sent in between is not to be missed.
        log.partitions.forEach(log::position);
        return log;
    }

    /** What came since the last read; waits a moment when nothing did. */
    void readOn(java.util.function.Consumer<ConsumerRecord<byte[], byte[]>> each) {
        consumer.poll(POLL).forEach(each);
    }

    private static Map<String, Object> configs(Map<String, Object> clientConfigs) {
        var configs = new HashMap<>(clientConfigs);
        configs.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        configs.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        return configs;
    }

    /**
     * Reads everything that was written before this call and is, or is about to be, committed. What transactions in
     * flight hold back is waited for.
     *
     * @throws VerbException when nothing moves for too long
     */
    void readToEnd(java.util.function.Consumer<ConsumerRecord<byte[], byte[]>> each) throws InterruptedException {
        var ends = ends();
        var wait = cluster.patience().begin("the end of " + topic, () -> read);
        while (partitions.stream().anyMatch(partition -> position(partition) < ends.getOrDefault(partition, 0L))) {
            var records = consumer.poll(POLL);
            records.forEach(each);
            read += records.count();
            if (wait.isOver()) {
                throw new VerbException("Topic " + topic + " can't be read to its end: a transaction in it stays open,"
                        + " or its broker is silent");
            }
        }
    }

    private long position(TopicPartition partition) {
        return BrokerAnswers.ask(consumer, cluster.patience(), time -> consumer.position(partition, time));
    }

    /** The ends of what is written, committed or not: an order that was answered may lie behind one that is not. */
    private Map<TopicPartition, Long> ends() throws InterruptedException {
        var latest = partitions.stream().collect(Collectors.toMap(Function.identity(), _ -> OffsetSpec.latest()));
        var ends = new HashMap<TopicPartition, Long>();
        cluster.get(cluster.admin().listOffsets(latest).all())
                .forEach((partition, end) -> ends.put(partition, end.offset()));
        return ends;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
