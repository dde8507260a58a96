package dev.quintet.faults;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import dev.quintet.domain.order.Verdict;
import dev.quintet.wire.Headers;
import dev.quintet.wire.Partitions;
import dev.quintet.wire.Topics;
import dev.quintet.wire.WireSerdes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;

/** What became of commands: the committed verdicts and dead letters, by the id that each command carried. */
final class Outcomes implements AutoCloseable {
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Deserializer<Verdict> verdicts;
    private final Map<String, List<ConsumerRecord<byte[], byte[]>>> byId = new HashMap<>();

    /** Reads from the end of what there is now. */
    Outcomes(String bootstrap, WireSerdes serdes) {
        var bytes = new ByteArrayDeserializer();
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrap, "isolation.level", "read_committed"), bytes, bytes);
        verdicts = serdes.verdict().deserializer();
        var partitions = Stream.of(Topics.ORDER_VERDICTS, Topics.DEAD_LETTER)
                .flatMap(topic -> Partitions.of(consumer, topic).stream())
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
    }

    /** Waits until so many commands have an outcome. */
    void awaitCount(int count, Duration patience) {
        await().atMost(patience).until(() -> {
            poll();
            return byId.size() >= count;
        });
    }

    /** Every outcome of a command; H1 says that there is one. */
    List<ConsumerRecord<byte[], byte[]>> of(String id) {
        return byId.getOrDefault(id, List.of());
    }

    /** The verdict on a command; empty when it has another outcome, or none. */
    Optional<Verdict> verdict(String id) {
        return of(id).stream()
                .filter(record -> record.topic().equals(Topics.ORDER_VERDICTS))
                .map(record -> verdicts.deserialize(record.topic(), record.value()))
                .findFirst();
    }

    /** The dead letter of a command; empty when it has another outcome, or none. */
    Optional<ConsumerRecord<byte[], byte[]>> deadLetter(String id) {
        return of(id).stream()
                .filter(record -> record.topic().equals(Topics.DEAD_LETTER))
                .findFirst();
    }

    static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null || header.value() == null ? "" : new String(header.value(), UTF_8);
    }

    private void poll() {
        consumer.poll(Duration.ofMillis(100))
                .forEach(record -> byId.computeIfAbsent(header(record, Headers.CORRELATION_ID), _ -> new ArrayList<>())
                        .add(record));
    }

    @Override
    public void close() {
        consumer.close();
    }
}
