package dev.quintet.local;

import static dev.quintet.harness.Hang.PATIENCE;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;

/** A ledger of what a broker acknowledged, to be compared with what it has. */
record AcknowledgedRecords(String bootstrap) {
    private static final String TOPIC = "ledger";
    private static final int IN_FLIGHT_MAX = 200;
    private static final TopicPartition PARTITION = new TopicPartition(TOPIC, 0);

    /**
     * Writes without a pause, and breaks the broker as soon as some records are acknowledged.
     *
     * @return all that was acknowledged, after the break too
     */
    Set<String> writeUntilItBreaks(String prefix, int beforeTheBreak, Runnable breakIt) throws InterruptedException {
        var acknowledged = ConcurrentHashMap.<String>newKeySet();
        var broken = new AtomicBoolean();
        var writer = Thread.ofPlatform().start(() -> write(prefix, acknowledged, broken));
        Awaitility.await().atMost(PATIENCE).until(() -> acknowledged.size() > beforeTheBreak);
        breakIt.run();
        broken.set(true);
        writer.join();
        return acknowledged;
    }

    /** Everything there is. Creates the topic at the first time. */
    Set<String> read() throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            if (!admin.listTopics().names().get().contains(TOPIC)) {
                admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1)))
                        .all()
                        .get();
            }
        }
        var deserializer = new StringDeserializer();
        try (var consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrap, "auto.offset.reset", "earliest"), deserializer, deserializer)) {
            consumer.assign(List.of(PARTITION));
            long end = consumer.endOffsets(List.of(PARTITION)).getOrDefault(PARTITION, 0L);
            var found = new HashSet<String>();
            while (consumer.position(PARTITION) < end) {
                consumer.poll(Duration.ofSeconds(1)).forEach(record -> found.add(record.value()));
            }
            return found;
        }
    }

    private void write(String prefix, Set<String> acknowledged, AtomicBoolean broken) {
        var configs = Map.<String, Object>of(
                "bootstrap.servers", bootstrap,
                "acks", "all",
                "max.block.ms", "2000",
                "request.timeout.ms", "1000",
                "linger.ms", "0",
                "delivery.timeout.ms", "2000");
        try (var producer = new KafkaProducer<>(configs, new StringSerializer(), new StringSerializer())) {
            var inFlight = new Semaphore(IN_FLIGHT_MAX);
            for (int i = 0; !broken.get(); i++) {
                var value = prefix + "-" + i;
                inFlight.acquireUninterruptibly();
                var _ = producer.send(new ProducerRecord<>(TOPIC, 0, null, value), (_, failure) -> {
                    inFlight.release();
                    if (failure == null) {
                        acknowledged.add(value);
                    }
                });
            }
        }
    }
}
