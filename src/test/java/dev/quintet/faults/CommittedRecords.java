package dev.quintet.faults;

import static dev.quintet.harness.Hang.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** All that is committed on a topic, decoded without a line of the product. */
final class CommittedRecords {
    private final String bootstrap;
    private final String registry;
    private final Map<Integer, Schema> schemas = new HashMap<>();

    CommittedRecords(String bootstrap, String registry) {
        this.bootstrap = bootstrap;
        this.registry = registry;
    }

    /** Reads from the beginning to what is written now, once no transaction is open on it any more. */
    List<GenericRecord> read(String topic) {
        var records = new ArrayList<GenericRecord>();
        readTo(topic, record -> records.add(decoded(record.value())));
        return records;
    }

    /** The rows of a compacted topic as the bytes that they are: what stands under each key of each partition, in hex. */
    Map<String, String> rows(String topic) {
        return rows(topic, HexFormat.of()::formatHex);
    }

    /** The same decoded, with one number left out: where a row stands among the changes of its own log. */
    Map<String, String> rowsWithout(String field, String topic) {
        return rows(topic, value -> {
            var record = decoded(value);
            record.put(field, 0L);
            return record.toString();
        });
    }

    private Map<String, String> rows(String topic, Function<byte[], String> form) {
        var rows = new TreeMap<String, String>();
        var hex = HexFormat.of();
        readTo(topic, record -> {
            var key = record.partition() + ":" + hex.formatHex(record.key());
            if (record.value() == null) {
                rows.remove(key);
            } else {
                rows.put(key, form.apply(record.value()));
            }
        });
        return rows;
    }

    private void readTo(String topic, Consumer<ConsumerRecord<byte[], byte[]>> each) {
        try (var committed = consumer("read_committed");
                var all = consumer("read_uncommitted")) {
            var partitions = committed.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            var ends = all.endOffsets(partitions);
            await().atMost(PATIENCE)
                    .until(() -> committed.endOffsets(partitions).entrySet().stream()
                            .allMatch(end -> end.getValue() >= ends.getOrDefault(end.getKey(), 0L)));
            committed.assign(partitions);
            committed.seekToBeginning(partitions);
            while (ends.entrySet().stream().anyMatch(end -> committed.position(end.getKey()) < end.getValue())) {
                committed.poll(Duration.ofSeconds(1)).forEach(each);
            }
        }
    }

    private KafkaConsumer<byte[], byte[]> consumer(String isolation) {
        var bytes = new ByteArrayDeserializer();
        return new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrap, "isolation.level", isolation, "enable.auto.commit", "false"),
                bytes,
                bytes);
    }

    private GenericRecord decoded(byte[] value) {
        var bytes = ByteBuffer.wrap(value);
        assertThat(bytes.get()).as("magic byte").isEqualTo((byte) 0);
        var schema = schemas.computeIfAbsent(bytes.getInt(), this::schema);
        try {
            var decoder = DecoderFactory.get().binaryDecoder(value, 5, value.length - 5, null);
            return new GenericDatumReader<GenericRecord>(schema).read(null, decoder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Schema schema(int id) {
        try (var in = URI.create(registry + "/schemas/ids/" + id).toURL().openStream()) {
            return new Schema.Parser()
                    .parse(new ObjectMapper().readTree(in).path("schema").asText());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
