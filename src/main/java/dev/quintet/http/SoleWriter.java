package dev.quintet.http;

import dev.quintet.wire.Partitions;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * Writes records to a topic that depend on what stands there, for all processes one at a time: who begins fences whoever
 * has begun before (they share a transactional id), then reads to the end, then writes, and whoever was fenced begins again.
 * So nothing comes between what a writer has read and what it writes. Used by one thread at a time.
 */
final class SoleWriter implements Appender {
    private static final Duration POLL = Duration.ofMillis(50);
    private static final Duration CLOSE_MAX = Duration.ofMillis(300);
    private static final int TRANSACTION_MILLIS = 10_000;
    private static final int PAUSE_MAX_MILLIS = 50;

    private final Map<String, Object> configs;
    private final String topic;
    private @Nullable KafkaConsumer<String, byte[]> consumer;

    SoleWriter(Map<String, ?> clientConfigs, String topic) {
        configs = new HashMap<>(clientConfigs);
        this.topic = topic;
    }

    @Override
    public void append(Consumer<ConsumerRecord<String, byte[]>> read, Supplier<ProducerRecord<String, byte[]>> next)
            throws InterruptedException {
        long deadline = System.nanoTime() + PromptProducer.SEND_MAX.toNanos();
        while (true) {
            try {
                attempt(read, next, deadline);
                return;
            } catch (ProducerFencedException | InvalidProducerEpochException e) {
                if (System.nanoTime() > deadline) {
                    throw e;
                }
                // Not all at once again.
                Thread.sleep(ThreadLocalRandom.current().nextInt(1, PAUSE_MAX_MILLIS));
            }
        }
    }

    private void attempt(
            Consumer<ConsumerRecord<String, byte[]>> read,
            Supplier<ProducerRecord<String, byte[]>> next,
            long deadline) {
        var producer = producer();
        try {
            producer.initTransactions();
            readToEnd(read, deadline);
            producer.beginTransaction();
            var _ = producer.send(next.get());
            producer.commitTransaction();
        } catch (KafkaException e) {
            throw fenced(e);
        } finally {
            // What is not committed by now is not to be waited for: whoever writes next ends it.
            producer.close(CLOSE_MAX);
        }
    }

    /** The commit tells in its cause what a send has met. */
    private static KafkaException fenced(KafkaException failure) {
        return failure.getCause() instanceof ProducerFencedException fenced
                ? fenced
                : failure.getCause() instanceof InvalidProducerEpochException old ? old : failure;
    }

    private KafkaProducer<String, byte[]> producer() {
        var own = PromptProducer.configs(configs);
        own.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "quintet-" + topic);
        own.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, TRANSACTION_MILLIS);
        own.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, (int) PromptProducer.SEND_MAX.toMillis());
        return new KafkaProducer<>(own, new StringSerializer(), new ByteArraySerializer());
    }

    private void readToEnd(Consumer<ConsumerRecord<String, byte[]>> read, long deadline) {
        var reader = consumer == null ? consumer() : consumer;
        consumer = reader;
        for (var end : reader.endOffsets(reader.assignment()).entrySet()) {
            while (reader.position(end.getKey()) < end.getValue()) {
                reader.poll(POLL).forEach(read);
                if (System.nanoTime() > deadline) {
                    throw new TimeoutException(topic + " could not be read to its end");
                }
            }
        }
    }

    private KafkaConsumer<String, byte[]> consumer() {
        var own = new HashMap<>(configs);
        own.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        own.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        own.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        own.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        own.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) PromptProducer.SEND_MAX.toMillis());
        own.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) PromptProducer.SEND_MAX.toMillis());
        var opened = new KafkaConsumer<>(own, new StringDeserializer(), new ByteArrayDeserializer());
        try {
            opened.assign(Partitions.of(opened, topic));
            return opened;
        } catch (RuntimeException e) {
            opened.close();
            throw e;
        }
    }

    @Override
    public void close() {
        if (consumer != null) {
            consumer.close();
        }
    }
}
