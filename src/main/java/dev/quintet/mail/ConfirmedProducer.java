package dev.quintet.mail;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Writes records one by one, each taken by the broker before the next. */
final class ConfirmedProducer implements AutoCloseable {
    private final Producer<byte[], byte[]> producer;

    ConfirmedProducer(Map<String, ?> clientConfigs, int recordBytesMax) {
        var configs = new HashMap<String, Object>(clientConfigs);
        configs.put(ProducerConfig.ACKS_CONFIG, "all");
        configs.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        configs.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 10_000);
        configs.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
        configs.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 15_000);
        configs.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, recordBytesMax);
        producer = new KafkaProducer<>(configs, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** @throws KafkaException when the broker did not take it; it may have it all the same */
    void send(ProducerRecord<byte[], byte[]> record) {
        try {
            producer.send(record).get();
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } catch (ExecutionException e) {
            throw new KafkaException(record.topic() + " does not take records now: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
