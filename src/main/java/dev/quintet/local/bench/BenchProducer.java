package dev.quintet.local.bench;

import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Sends what a step needs, many at a time. A record that the broker did not take would spoil the figures: it is told. */
final class BenchProducer<V> implements AutoCloseable {
    private final Producer<String, V> producer;
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

    BenchProducer(Producer<String, V> producer) {
        this.producer = producer;
    }

    static <V> BenchProducer<V> open(BenchPlatform platform, Serializer<V> values) {
        Map<String, Object> config = Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                platform.bootstrap(),
                ProducerConfig.COMPRESSION_TYPE_CONFIG,
                "lz4",
                ProducerConfig.LINGER_MS_CONFIG,
                5,
                ProducerConfig.BATCH_SIZE_CONFIG,
                64 << 10);
        return new BenchProducer<>(new KafkaProducer<>(config, new StringSerializer(), values));
    }

    /** Does not wait for the broker. */
    void send(ProducerRecord<String, V> record) {
        var _ = producer.send(record, (_, exception) -> {
            if (exception != null) {
                failure.set(exception);
            }
        });
    }

    /** @throws IllegalStateException when the broker is known not to have taken a record */
    void requireTaken() {
        if (failure.get() != null) {
            throw new IllegalStateException("The broker did not take the records", failure.get());
        }
    }

    /**
     * Waits until the broker has taken all records.
     *
     * @throws IllegalStateException when it did not take one
     */
    @Override
    public void close() {
        producer.close();
        requireTaken();
    }
}
