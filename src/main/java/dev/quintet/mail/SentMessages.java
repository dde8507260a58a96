package dev.quintet.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.quintet.domain.notification.Message;
import dev.quintet.domain.notification.Notification;
import dev.quintet.domain.notification.Sent;
import dev.quintet.wire.OrderPartitions;
import dev.quintet.wire.Partitions;
import dev.quintet.wire.PoisonRecordException;
import dev.quintet.wire.Topics;
import dev.quintet.wire.WireSerdes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What was sent in the last days, by this process or another: kept in a topic, read whole at the start and again whenever
 * this process takes over partitions of the outbox. Used by one thread.
 */
final class SentMessages implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SentMessages.class);
    private static final Duration KEPT = Notification.NEWS_FOR;
    private static final Duration POLL = Duration.ofMillis(200);

    private final Consumer<String, byte[]> consumer;
    private final ConfirmedProducer producer;
    private final Serializer<Sent> serializer;
    private final Deserializer<Sent> deserializer;

    /** Identities of messages and when they were sent, oldest first. */
    private final LinkedHashMap<String, Instant> written = new LinkedHashMap<>();

    /** Sent, but the broker has not taken the row. */
    private final Set<String> unwritten = new HashSet<>();

    SentMessages(Map<String, ?> clientConfigs, WireSerdes serdes, ConfirmedProducer producer) {
        this.producer = producer;
        serializer = serdes.sent().serializer();
        deserializer = serdes.sent().deserializer();
        var configs = new HashMap<String, Object>(clientConfigs);
        configs.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        configs.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        configs.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        consumer = new KafkaConsumer<>(configs, new StringDeserializer(), new ByteArrayDeserializer());
    }

    /** Reads what has been written since the last time, by whomever. */
    void catchUp() {
        if (consumer.assignment().isEmpty()) {
            consumer.assign(partitions());
        }
        for (var end : consumer.endOffsets(consumer.assignment()).entrySet()) {
            while (consumer.position(end.getKey()) < end.getValue()) {
                for (var record : consumer.poll(POLL)) {
                    read(record.value());
                }
            }
        }
        forgetOld();
    }

    boolean contains(String identity) {
        return written.containsKey(identity) || unwritten.contains(identity);
    }

    /** Keeps that a message was sent. When this returns, whoever starts next knows it too; when it throws, call it again. */
    void add(Message message) {
        var identity = message.identity();
        if (written.containsKey(identity)) {
            return;
        }
        unwritten.add(identity);
        var sent = new Sent(identity, Clock.systemUTC().instant(), message.orderId(), null);
        write(message, sent);
        unwritten.remove(identity);
        written.put(identity, sent.at());
        forgetOld();
    }

    /** Tells why a message was given up. It may be sent all the same, by whoever takes it out of the dead letters. */
    void giveUp(Message message, String why) {
        write(message, new Sent(message.identity(), Clock.systemUTC().instant(), message.orderId(), why));
    }

    private void write(Message message, Sent sent) {
        var value = serializer.serialize(Topics.NOTIFICATION_SENT, sent);
        producer.send(new ProducerRecord<>(
                Topics.NOTIFICATION_SENT,
                OrderPartitions.of(message.orderId(), Topics.PARTITIONS),
                sent.identity().getBytes(UTF_8),
                value));
    }

    private List<TopicPartition> partitions() {
        return Partitions.of(consumer, Topics.NOTIFICATION_SENT);
    }

    private void read(byte @Nullable [] value) {
        if (value == null) {
            return;
        }
        try {
            var sent = deserializer.deserialize(Topics.NOTIFICATION_SENT, value);
            if (sent.undeliverable() == null) {
                written.putIfAbsent(sent.identity(), sent.at());
            }
        } catch (PoisonRecordException e) {
            LOG.warn("a row of {} can't be read: {}", Topics.NOTIFICATION_SENT, e.getMessage());
        }
    }

    private void forgetOld() {
        var oldest = Clock.systemUTC().instant().minus(KEPT);
        var rows = written.values().iterator();
        while (rows.hasNext() && rows.next().isBefore(oldest)) {
            rows.remove();
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
