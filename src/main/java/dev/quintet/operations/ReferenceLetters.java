package dev.quintet.operations;

import dev.quintet.wire.BadReference;
import dev.quintet.wire.DeadLetter;
import dev.quintet.wire.DeadLetterHeaders;
import dev.quintet.wire.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts bad records of reference topics on the topic of dead letters, each once, though every service of every pod reads
 * them at every start. A consumer group without members remembers how far each partition has been dealt with; letter and
 * memory are one transaction, and all who bury share one transactional id, so they do it one after the other.
 */
final class ReferenceLetters implements AutoCloseable {
    /** The group, and the transactional id. */
    static final String NAME = "quintet-reference-letters";

    private static final Logger LOG = LoggerFactory.getLogger(ReferenceLetters.class);
    private static final int WAITING_MAX = 1_000;
    private static final int AT_ONCE_MAX = 50;
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Map<String, Object> clientConfigs;
    private final BlockingQueue<BadReference> waiting = new ArrayBlockingQueue<>(WAITING_MAX);
    private @Nullable Thread thread;
    private boolean overflown;

    ReferenceLetters(Map<String, Object> clientConfigs) {
        this.clientConfigs = clientConfigs;
    }

    /** Takes a record, of each partition in their order. What is too much is taken at the next start, from the same place on. */
    synchronized void add(BadReference record) {
        if (!overflown && !waiting.offer(record)) {
            overflown = true;
            LOG.warn(
                    "more than {} bad reference records wait; the rest become dead letters at the next start",
                    WAITING_MAX);
        }
        if (thread == null) {
            thread = Thread.ofPlatform().daemon().name(NAME).start(this::work);
        }
    }

    private void work() {
        var batch = new ArrayList<BadReference>();
        try {
            while (true) {
                batch.add(waiting.take());
                waiting.drainTo(batch, AT_ONCE_MAX - 1);
                while (!isBuried(batch)) {
                    Thread.sleep(PAUSE);
                }
                batch.clear();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isBuried(List<BadReference> batch) throws InterruptedException {
        try (var memory = memory()) {
            if (unburied(batch, memory).isEmpty()) {
                return true;
            }
            try (var producer = producer()) {
                // Ends what another has begun, who fails then, so that the memory is whole when it is read again.
                producer.initTransactions();
                write(unburied(batch, memory), memory.groupMetadata(), producer);
            }
            return true;
        } catch (InterruptException e) {
            throw new InterruptedException(e.getMessage());
        } catch (KafkaException e) {
            LOG.debug("{} bad reference records are not buried yet and tried again", batch.size(), e);
            return false;
        }
    }

    private Consumer<byte[], byte[]> memory() {
        var configs = new HashMap<>(clientConfigs);
        configs.put(ConsumerConfig.GROUP_ID_CONFIG, NAME);
        configs.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        configs.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        return new KafkaConsumer<>(configs, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private Producer<byte[], byte[]> producer() {
        var configs = new HashMap<>(clientConfigs);
        configs.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, NAME);
        configs.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Topics.DEAD_LETTER_BYTES_MAX);
        configs.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, 10_000);
        return new KafkaProducer<>(configs, new ByteArraySerializer(), new ByteArraySerializer());
    }

    private static List<BadReference> unburied(List<BadReference> batch, Consumer<?, ?> memory) {
        var partitions = batch.stream().map(BadReference::partition).collect(Collectors.toSet());
        var dealtWith = memory.committed(partitions);
        return batch.stream()
                .filter(record -> {
                    var next = dealtWith.get(record.partition());
                    return next == null || next.offset() <= record.record().offset();
                })
                .toList();
    }

    private static void write(
            List<BadReference> records, ConsumerGroupMetadata memory, Producer<byte[], byte[]> producer) {
        if (records.isEmpty()) {
            return;
        }
        producer.beginTransaction();
        var dealtWith = new HashMap<TopicPartition, OffsetAndMetadata>();
        for (var record : records) {
            var _ = producer.send(letter(record));
            dealtWith.put(
                    record.partition(), new OffsetAndMetadata(record.record().offset() + 1));
        }
        producer.sendOffsetsToTransaction(dealtWith, memory);
        producer.commitTransaction();
    }

    private static ProducerRecord<byte[], byte[]> letter(BadReference bad) {
        var record = bad.record();
        var from = new DeadLetterHeaders(
                record.topic(), record.partition(), record.offset(), record.timestamp(), bad.cause());
        return DeadLetter.of(from, record.key(), record.value(), record.headers())
                .toRecord();
    }

    @Override
    public synchronized void close() {
        if (thread != null) {
            thread.interrupt();
        }
    }
}
