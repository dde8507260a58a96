package dev.quintet.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * A payment participant as somebody else would write it, from topology-docs/participants.md and the schemas alone: not a
 * line of the product. It agrees to everything unless it is given another {@link Manner}.
 */
final class ForeignPayment implements AutoCloseable {
    private final URI registry;
    private final Schema replySchema;
    private final int replySchemaId;
    private final KafkaConsumer<byte[], byte[]> commands;
    private final KafkaProducer<byte[], byte[]> replies;
    private final Manner manner;
    private final List<String> answered = new ArrayList<>();
    private final Map<String, Integer> times = new HashMap<>();
    private final Thread thread = Thread.ofPlatform().name("foreign-payment").unstarted(this::work);

    private ForeignPayment(String bootstrap, String registry, Manner manner) throws Exception {
        this.manner = manner;
        this.registry = URI.create(registry + "/");
        var definition = Files.readString(Path.of("src", "main", "avro", "ParticipantReply.avsc"));
        replySchema = new Schema.Parser().parse(definition);
        replySchemaId = register(definition);
        commands = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrap, "isolation.level", "read_committed"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        replies = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap), new ByteArraySerializer(), new ByteArraySerializer());
    }

    static ForeignPayment start(String bootstrap, String registry) throws Exception {
        return start(bootstrap, registry, asked -> List.of(asked.ok()));
    }

    static ForeignPayment start(String bootstrap, String registry, Manner manner) throws Exception {
        var payment = new ForeignPayment(bootstrap, registry, manner);
        payment.thread.start();
        return payment;
    }

    /** What it was asked for an order, oldest first. */
    synchronized List<String> asked(String orderId) {
        return answered.stream()
                .filter(command -> command.startsWith(orderId + " "))
                .toList();
    }

    private void work() {
        try (commands) {
            var partitions = commands.partitionsFor("payment.commands").stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            commands.assign(partitions);
            commands.seekToBeginning(partitions);
            while (true) {
                commands.poll(Duration.ofSeconds(1)).forEach(this::answer);
            }
        } catch (WakeupException _) {
            // Closed.
        }
    }

    private void answer(ConsumerRecord<byte[], byte[]> record) {
        try {
            var bytes = ByteBuffer.wrap(record.value(), 1, 4);
            var decoder = DecoderFactory.get().binaryDecoder(record.value(), 5, record.value().length - 5, null);
            var command = new GenericDatumReader<GenericRecord>(schema(bytes.getInt())).read(null, decoder);
            for (var said : manner.to(remember(command))) {
                say(said.key(), encoded(said));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private synchronized Manner.Asked remember(GenericRecord command) {
        var what = ((GenericRecord) command.get("command")).getSchema().getName();
        answered.add(command.get("orderId") + " " + what);
        var commandId = command.get("commandId").toString();
        return new Manner.Asked(
                commandId,
                command.get("orderId").toString(),
                command.get("customerId").toString(),
                what,
                times.merge(command.get("customerId") + "/" + commandId, 1, Integer::sum));
    }

    /** Writes a record to its replies, of whatever bytes. */
    void say(String key, byte[] value) {
        var _ = replies.send(new ProducerRecord<>("payment.replies", key.getBytes(UTF_8), value));
    }

    private byte[] encoded(Manner.Said said) throws IOException {
        var reply = new GenericData.Record(replySchema);
        reply.put("commandId", said.commandId());
        reply.put("orderId", said.orderId());
        var outcome = replySchema.getField("outcome").schema();
        reply.put("outcome", new GenericData.EnumSymbol(outcome, said.reason() == null ? "OK" : "NO"));
        reply.put("reason", said.reason());
        var out = new ByteArrayOutputStream();
        out.write(0);
        out.write(ByteBuffer.allocate(4).putInt(replySchemaId).array());
        var encoder = EncoderFactory.get().binaryEncoder(out, null);
        new GenericDatumWriter<GenericRecord>(replySchema).write(reply, encoder);
        encoder.flush();
        return out.toByteArray();
    }

    private Schema schema(int id) throws IOException {
        try (var in = registry.resolve("schemas/ids/" + id).toURL().openStream()) {
            return new Schema.Parser()
                    .parse(new ObjectMapper().readTree(in).path("schema").asText());
        }
    }

    private int register(String definition) throws Exception {
        var json = new ObjectMapper();
        var body = json.writeValueAsString(Map.of("schema", definition));
        var request = HttpRequest.newBuilder(registry.resolve("subjects/payment.replies-value/versions"))
                .header("Content-Type", "application/vnd.schemaregistry.v1+json")
                .POST(BodyPublishers.ofString(body))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(request, BodyHandlers.ofString());
            return json.readTree(answer.body()).path("id").asInt();
        }
    }

    @Override
    public void close() {
        commands.wakeup();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        replies.close();
    }
}
