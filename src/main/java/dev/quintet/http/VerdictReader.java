package dev.quintet.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.quintet.domain.order.Verdict;
import dev.quintet.wire.Headers;
import dev.quintet.wire.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads one partition of order.verdicts, committed records only, and hands each verdict to whoever waits for it.
 *
 * <p>Without a consumer group: the partition is this pod's for as long as it lives, and what came before it is nobody's.
 */
final class VerdictReader implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(VerdictReader.class);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);

    private final Consumer<byte[], byte[]> consumer;
    private final TopicPartition partition;
    private final Deserializer<Verdict> verdicts;
    private final AwaitedVerdicts awaited;
    private final Thread thread;
    private volatile boolean open = true;

    private VerdictReader(
            Consumer<byte[], byte[]> consumer,
            TopicPartition partition,
            Deserializer<Verdict> verdicts,
            AwaitedVerdicts awaited) {
        this.consumer = consumer;
        this.partition = partition;
        this.verdicts = verdicts;
        this.awaited = awaited;
        thread = Thread.ofPlatform().name("verdict-reader").daemon().unstarted(this::read);
    }

    /** Starts reading at the end of the partition, which is settled when this returns. */
    static VerdictReader start(
            Map<String, ?> clientConfigs, Deserializer<Verdict> verdicts, String instanceId, AwaitedVerdicts awaited) {
        var consumer =
                new KafkaConsumer<>(configs(clientConfigs), new ByteArrayDeserializer(), new ByteArrayDeserializer());
        try {
            int partitions = consumer.partitionsFor(Topics.ORDER_VERDICTS).size();
            var partition = new TopicPartition(Topics.ORDER_VERDICTS, Math.floorMod(instanceId.hashCode(), partitions));
            consumer.assign(List.of(partition));
            consumer.seekToEnd(List.of(partition));
            consumer.position(partition);
            var reader = new VerdictReader(consumer, partition, verdicts, awaited);
            reader.thread.start();
            return reader;
        } catch (RuntimeException e) {
            consumer.close();
            throw e;
        }
    }

    private static Map<String, Object> configs(Map<String, ?> clientConfigs) {
        var configs = new HashMap<String, Object>(clientConfigs);
        configs.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        configs.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        // When the position is gone, so is whoever waited for what stood there.
        configs.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "latest");
        configs.put(ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 500);
        return configs;
    }

    int partition() {
        return partition.partition();
    }

    private void read() {
        while (open) {
            try {
                consumer.poll(POLL).forEach(this::accept);
            } catch (WakeupException | InterruptException _) {
                LOG.debug("woken up");
            } catch (KafkaException e) {
                LOG.warn("verdicts can't be read now, trying again: {}", e.getMessage());
                pause();
            }
        }
        consumer.close();
    }

    private void accept(ConsumerRecord<byte[], byte[]> record) {
        var header = record.headers().lastHeader(Headers.CORRELATION_ID);
        if (header == null || header.value() == null) {
            return;
        }
        var correlationId = new String(header.value(), UTF_8);
        if (!awaited.isAwaited(correlationId)) {
            return;
        }
        try {
            awaited.arrived(correlationId, verdicts.deserialize(record.topic(), record.value()));
        } catch (RuntimeException e) {
            LOG.warn("the verdict at {}@{} can't be read: {}", partition, record.offset(), e.getMessage());
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_AFTER_FAILURE);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        open = false;
        consumer.wakeup();
        try {
            thread.join(Duration.ofSeconds(5));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
