package dev.quintet.http;

import static dev.quintet.harness.Hang.PATIENCE;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.quintet.domain.order.PlaceOrder;
import dev.quintet.domain.order.Verdict;
import dev.quintet.wire.Headers;
import dev.quintet.wire.Partitions;
import dev.quintet.wire.Topics;
import dev.quintet.wire.WireSerdes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * An orders service of one thread that accepts everything, one transaction for each order. First it writes a verdict that
 * it takes back, or garbage, when a test says so.
 */
final class FakeOrders implements AutoCloseable {
    enum Before {
        NOTHING,
        /** A refusal in a transaction that is aborted. */
        ABORTED_VERDICT,
        /** Bytes that are no verdict, committed, under the same correlation id. */
        GARBAGE
    }

    private final WireSerdes serdes;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final KafkaProducer<String, byte[]> producer;
    private final Thread thread;
    private final List<ConsumerRecord<byte[], byte[]>> seen = new CopyOnWriteArrayList<>();
    private volatile Before before = Before.NOTHING;
    private final Semaphore turns = new Semaphore(1);
    private volatile boolean open = true;

    FakeOrders(String bootstrap, WireSerdes serdes) {
        this.serdes = serdes;
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrap), new ByteArrayDeserializer(), new ByteArrayDeserializer());
        producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrap,
                        "transactional.id",
                        "fake-orders-" + UUID.randomUUID(),
                        "linger.ms",
                        0),
                new StringSerializer(),
                new ByteArraySerializer());
        var partitions = Partitions.of(consumer, Topics.ORDER_COMMANDS);
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
        thread = Thread.ofPlatform().daemon().name("fake-orders").start(this::serve);
    }

    void writeFirst(Before what) {
        before = what;
    }

    /** Judges nothing until it is told to go on. */
    void pause() throws InterruptedException {
        turns.acquire();
    }

    void resume() {
        turns.release();
    }

    /** The commands as they came. */
    List<ConsumerRecord<byte[], byte[]>> seen() {
        return seen;
    }

    private void serve() {
        try (consumer;
                producer) {
            producer.initTransactions();
            while (open) {
                if (turns.tryAcquire(100, TimeUnit.MILLISECONDS)) {
                    consumer.poll(Duration.ofMillis(100)).forEach(this::judge);
                    turns.release();
                }
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        } catch (KafkaException e) {
            if (open) {
                throw e;
            }
        }
    }

    private void judge(ConsumerRecord<byte[], byte[]> command) {
        seen.add(command);
        var placed = serdes.orderCommand().deserializer().deserialize(command.topic(), command.value());
        var verdict = SampleVerdicts.accepted((PlaceOrder) placed);
        switch (before) {
            case NOTHING -> {}
            case ABORTED_VERDICT -> {
                producer.beginTransaction();
                send(command, bytes(otherThan(verdict)));
                producer.flush();
                producer.abortTransaction();
            }
            case GARBAGE -> {
                producer.beginTransaction();
                send(command, new byte[] {1, 2, 3});
                send(command, new byte[] {0, 0, 0, 0, 99, 4});
                producer.commitTransaction();
            }
        }
        producer.beginTransaction();
        send(command, bytes(verdict));
        producer.commitTransaction();
    }

    private void send(ConsumerRecord<byte[], byte[]> command, byte[] value) {
        var partition =
                new String(command.headers().lastHeader(Headers.REPLY_PARTITION).value(), UTF_8);
        var answer = new ProducerRecord<>(Topics.ORDER_VERDICTS, Integer.valueOf(partition), "order", value);
        answer.headers().add(command.headers().lastHeader(Headers.CORRELATION_ID));
        var _ = producer.send(answer);
    }

    private byte[] bytes(Verdict verdict) {
        return serdes.verdict().serializer().serialize(Topics.ORDER_VERDICTS, verdict);
    }

    private static Verdict otherThan(Verdict verdict) {
        return new Verdict(
                verdict.orderId(),
                "nobody",
                verdict.reason(),
                verdict.placedAt(),
                verdict.promotionId(),
                verdict.policyVersion(),
                verdict.use(),
                verdict.total(),
                verdict.version(),
                verdict.duplicate());
    }

    @Override
    public void close() {
        open = false;
        try {
            thread.join(PATIENCE);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
