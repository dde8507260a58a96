package dev.quintet.faults;

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
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** All that is committed on order.events, decoded and judged without a line of the product. */
record OrderFacts(List<Fact> facts) {
    private static final String TOPIC = "order.events";
    private static final long DAY_MILLIS = Duration.ofHours(24).toMillis();
    private static final int SLOTS = 5;

    /** One fact; {@code refusal} is empty when the order was accepted. */
    record Fact(String orderId, String customerId, long version, long atMillis, String refusal) {
        boolean accepted() {
            return refusal.isEmpty();
        }
    }

    /** Reads the whole topic, once no transaction is open on it any more. */
    static OrderFacts read(String bootstrap, String registry) {
        var schemas = new HashMap<Integer, Schema>();
        var facts = new ArrayList<Fact>();
        try (var committed = consumer(bootstrap, "read_committed");
                var all = consumer(bootstrap, "read_uncommitted")) {
            var partitions = committed.partitionsFor(TOPIC).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> committed.endOffsets(partitions).equals(all.endOffsets(partitions)));
            committed.assign(partitions);
            committed.seekToBeginning(partitions);
            var ends = committed.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> committed.position(end.getKey()) < end.getValue())) {
                committed.poll(Duration.ofSeconds(1)).forEach(record -> facts.add(fact(record, registry, schemas)));
            }
        }
        return new OrderFacts(facts);
    }

    /** L1 and L2 by brute force, and one first fact for each order. */
    void assertSound() {
        assertThat(facts).allSatisfy(fact -> assertThat(fact.version()).isEqualTo(1));
        assertThat(facts).extracting(Fact::orderId).doesNotHaveDuplicates();
        byCustomer().forEach((customer, theirs) -> {
            for (var fact : theirs) {
                long live = theirs.stream()
                        .filter(other -> other.accepted()
                                && other.atMillis() <= fact.atMillis()
                                && other.atMillis() > fact.atMillis() - DAY_MILLIS)
                        .count();
                assertThat(live).as("slots of %s at %s", customer, fact).isLessThanOrEqualTo(SLOTS);
                if (fact.refusal().equals("LIMIT_REACHED")) {
                    assertThat(live).as("witnesses of %s", fact).isEqualTo(SLOTS);
                }
            }
        });
    }

    Map<String, Fact> byOrder() {
        return facts.stream().collect(Collectors.toMap(Fact::orderId, fact -> fact));
    }

    private Map<String, List<Fact>> byCustomer() {
        return facts.stream().collect(Collectors.groupingBy(Fact::customerId));
    }

    private static KafkaConsumer<byte[], byte[]> consumer(String bootstrap, String isolation) {
        var bytes = new ByteArrayDeserializer();
        return new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrap, "isolation.level", isolation, "enable.auto.commit", "false"),
                bytes,
                bytes);
    }

    private static Fact fact(ConsumerRecord<byte[], byte[]> record, String registry, Map<Integer, Schema> schemas) {
        var bytes = ByteBuffer.wrap(record.value());
        assertThat(bytes.get()).as("magic byte").isEqualTo((byte) 0);
        var schema = schemas.computeIfAbsent(bytes.getInt(), id -> schema(registry, id));
        try {
            var decoder = DecoderFactory.get().binaryDecoder(record.value(), 5, record.value().length - 5, null);
            GenericRecord event = new GenericDatumReader<GenericRecord>(schema).read(null, decoder);
            var what = (GenericRecord) event.get("fact");
            return new Fact(
                    event.get("orderId").toString(),
                    event.get("customerId").toString(),
                    (long) event.get("version"),
                    (long) event.get("occurredAt"),
                    what.hasField("reason") ? what.get("reason").toString() : "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Schema schema(String registry, int id) {
        try (var in = URI.create(registry + "/schemas/ids/" + id).toURL().openStream()) {
            return new Schema.Parser()
                    .parse(new ObjectMapper().readTree(in).path("schema").asText());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
