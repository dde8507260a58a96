package dev.quintet.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.quintet.domain.order.Verdict;
import dev.quintet.wire.BrokerAnswers;
import dev.quintet.wire.Headers;
import dev.quintet.wire.Patience;
import dev.quintet.wire.PoisonRecordException;
import dev.quintet.wire.RegistryRefusedException;
import dev.quintet.wire.RegistryUnavailableException;
import dev.quintet.wire.SilenceException;
import dev.quintet.wire.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
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
    private final AtomicLong unreadable = new AtomicLong();
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
            Map<String, ?> clientConfigs,
            Deserializer<Verdict> verdicts,
            String instanceId,
            AwaitedVerdicts awaited,
            Patience patience) {
        var consumer =
                new KafkaConsumer<>(configs(clientConfigs), new ByteArrayDeserializer(), new ByteArrayDeserializer());
        try {
            var partition = partition(consumer, instanceId, patience);
            consumer.assign(List.of(partition));
            consumer.seekToEnd(List.of(partition));
            // Asks the broker now where the end is; without it the end would be looked for with the first poll.
            var _ = BrokerAnswers.ask(consumer, patience, time -> consumer.position(partition, time));
            var reader = new VerdictReader(consumer, partition, verdicts, awaited);
            reader.thread.start();
            return reader;
        } catch (KafkaException | SilenceException e) {
            consumer.close();
            throw new IntakeUnavailableException("No broker answers: is bootstrap.servers right, and does it run?", e);
        } catch (RuntimeException e) {
            consumer.close();
            throw e;
        }
    }

    private static TopicPartition partition(Consumer<?, ?> consumer, String instanceId, Patience patience) {
        int partitions = BrokerAnswers.ask(
                        consumer, patience, time -> consumer.partitionsFor(Topics.ORDER_VERDICTS, time))
                .size();
        if (partitions == 0) {
            throw new IntakeUnavailableException(
                    "Topic " + Topics.ORDER_VERDICTS + " is missing: create it with quintet topics apply", null);
        }
        return new TopicPartition(Topics.ORDER_VERDICTS, Math.floorMod(instanceId.hashCode(), partitions));
    }

    private static Map<String, Object> configs(Map<String, ?> clientConfigs) {
        var configs = new HashMap<String, Object>(clientConfigs);
        configs.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        configs.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        // A topic that was cut or made anew may hold what somebody waits for; all else in it is told by its
        // correlation.
        configs.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        configs.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        // A broker that hangs is given up sooner than by default, so that its successor is asked.
        configs.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
        configs.put(ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 500);
        return configs;
    }

    /** The consumer's, which any thread may read. */
    Map<MetricName, ? extends Metric> metrics() {
        return consumer.metrics();
    }

    int partition() {
        return partition.partition();
    }

    private void read() {
        while (open) {
            try {
                readOn();
            } catch (WakeupException | InterruptException _) {
                LOG.debug("woken up");
            } catch (RuntimeException e) {
                // Whatever it is: a reader that ends would leave every order without an answer, and nobody would know.
                LOG.warn("verdicts can't be read now, trying again: {}", e.getMessage());
                pause();
            }
        }
        consumer.close();
    }

    private void readOn() {
        for (var record : consumer.poll(POLL)) {
            try {
                accept(record);
            } catch (RegistryUnavailableException | RegistryRefusedException e) {
                // The record may be good, and somebody waits for it: read it again.
                consumer.seek(partition, record.offset());
                throw e;
            }
        }
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
            if (record.value() == null) {
                throw new PoisonRecordException("it has no value");
            }
            awaited.arrived(correlationId, verdicts.deserialize(record.topic(), record.value()));
        } catch (PoisonRecordException e) {
            LOG.warn(
                    "the verdict at {}@{} is skipped, the {}. that nobody can read: {}",
                    partition,
                    record.offset(),
                    unreadable.incrementAndGet(),
                    e.getMessage());
        }
    }

    /** How many verdicts were skipped because nobody could read them. */
    long unreadable() {
        return unreadable.get();
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
