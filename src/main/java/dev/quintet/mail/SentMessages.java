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
import java.util.HashMap;
import java.util.HashSet;
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
 * What was sent in the last days of the partitions of the outbox that this process has, by it or another: kept in a topic
 * that is spread like the outbox. A partition is read when this process takes it over. Used by one thread.
 */
final class SentMessages implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SentMessages.class);
    private static final Duration KEPT = Notification.NEWS_FOR;
    private static final Duration POLL = Duration.ofMillis(200);

    private final Consumer<String, byte[]> consumer;
    private final ConfirmedProducer producer;
    private final Serializer<Sent> serializer;
    private final Deserializer<Sent> deserializer;

    /** By partition, of those that this process has. */
    private final Map<Integer, SentIdentities> written = new HashMap<>();

    /** Sent, but the broker has not taken the row. */
    private final Set<String> unwritten = new HashSet<>();

    /** How many partitions the topic has. */
    private int partitions;

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

    /**
     * Reads what has been written since the last time, by whomever.
     *
     * @param outbox the partitions of the outbox that this process has; what is known of others is forgotten
     */
    void catchUp(Set<TopicPartition> outbox) {
        requireSpreadAlike();
        written.keySet()
                .retainAll(outbox.stream().map(TopicPartition::partition).toList());
        // Those that it had before go on where they stand; the others begin at the earliest row.
        consumer.assign(outbox.stream()
                .map(partition -> new TopicPartition(Topics.NOTIFICATION_SENT, partition.partition()))
                .toList());
        for (var end : consumer.endOffsets(consumer.assignment()).entrySet()) {
            written.computeIfAbsent(end.getKey().partition(), _ -> new SentIdentities());
            while (consumer.position(end.getKey()) < end.getValue()) {
                for (var record : consumer.poll(POLL)) {
                    read(record.partition(), record.value());
                }
            }
        }
        forgetOld();
    }

    private void requireSpreadAlike() {
        partitions = Partitions.of(consumer, Topics.NOTIFICATION_SENT).size();
        int outbox = Partitions.of(consumer, Topics.NOTIFICATION_OUTBOX).size();
        if (partitions != outbox) {
            throw new IllegalStateException(Topics.NOTIFICATION_SENT + " has " + partitions + " partitions and "
                    + Topics.NOTIFICATION_OUTBOX + " " + outbox
                    + ": they must be the same for messages to be sent once; see `quintet topics check`");
        }
    }

    boolean contains(Message message) {
        return identitiesOf(message).contains(message.identity()) || unwritten.contains(message.identity());
    }

    private SentIdentities identitiesOf(Message message) {
        return written.computeIfAbsent(partition(message), _ -> new SentIdentities());
    }

    private int partition(Message message) {
        return OrderPartitions.of(message.orderId(), partitions);
    }

    /** Keeps that a message was sent. When this returns, whoever starts next knows it too; when it throws, call it again. */
    void add(Message message) {
        var identity = message.identity();
        if (identitiesOf(message).contains(identity)) {
            return;
        }
        unwritten.add(identity);
        var sent = new Sent(identity, Clock.systemUTC().instant(), message.orderId(), null);
        write(message, sent);
        unwritten.remove(identity);
        identitiesOf(message).add(identity, sent.at());
        forgetOld();
    }

    /** Tells why a message was given up. It may be sent all the same, by whoever takes it out of the dead letters. */
    void giveUp(Message message, String why) {
        write(message, new Sent(message.identity(), Clock.systemUTC().instant(), message.orderId(), why));
    }

    private void write(Message message, Sent sent) {
        var value = serializer.serialize(Topics.NOTIFICATION_SENT, sent);
        producer.send(new ProducerRecord<>(
                Topics.NOTIFICATION_SENT, partition(message), sent.identity().getBytes(UTF_8), value));
    }

    private void read(int partition, byte @Nullable [] value) {
        if (value == null) {
            return;
        }
        try {
            var sent = deserializer.deserialize(Topics.NOTIFICATION_SENT, value);
            if (sent.undeliverable() == null) {
                written.computeIfAbsent(partition, _ -> new SentIdentities()).add(sent.identity(), sent.at());
            }
        } catch (PoisonRecordException e) {
            LOG.warn("a row of {} can't be read: {}", Topics.NOTIFICATION_SENT, e.getMessage());
        }
    }

    private void forgetOld() {
        var oldest = Clock.systemUTC().instant().minus(KEPT);
        written.values().forEach(identities -> identities.forgetBefore(oldest));
    }

    @Override
    public void close() {
        consumer.close();
    }
}
