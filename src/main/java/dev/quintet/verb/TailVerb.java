package dev.quintet.verb;

import dev.quintet.wire.Partitions;
import dev.quintet.wire.RecordDecoder;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "tail",
        description = "Print the committed records of a topic as lines of JSON, and those that follow, until Ctrl-C.")
public final class TailVerb extends ClusterVerb {
    private static final Duration POLL = Duration.ofMillis(200);

    @Parameters(index = "0", paramLabel = "TOPIC", description = "Such as order.events.")
    private String topic = "";

    @Option(names = "--from-beginning", description = "Start with the oldest record instead of the next one.")
    private boolean fromBeginning;

    @Option(
            names = "--max",
            paramLabel = "N",
            converter = CountConverter.Positive.class,
            description = "Stop after this many lines.")
    private int max = Integer.MAX_VALUE;

    @Option(names = "--order", paramLabel = "ID", description = "Only what is about this order.")
    private @Nullable String order;

    @Override
    public Integer call() throws InterruptedException {
        var decoder = new RecordDecoder(broker.serdeConfigs());
        try (var cluster = broker.connect()) {
            var topics = cluster.topics();
            if (!topics.contains(topic)) {
                throw new VerbException("There is no topic " + topic + "; there are: " + String.join(", ", topics));
            }
            try (var consumer = consumer(cluster.clientConfigs())) {
                follow(consumer, decoder, out());
            }
        }
        return 0;
    }

    /** Without a group: nobody else's position is touched, and nothing is left behind. */
    private Consumer<byte[], byte[]> consumer(Map<String, Object> clientConfigs) {
        var configs = new HashMap<>(clientConfigs);
        configs.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        configs.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        configs.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        var consumer = new KafkaConsumer<>(configs, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        var partitions = Partitions.of(consumer, topic);
        consumer.assign(partitions);
        if (fromBeginning) {
            consumer.seekToBeginning(partitions);
        } else {
            consumer.seekToEnd(partitions);
        }
        // Settles the start now, not with the first record.
        partitions.forEach(consumer::position);
        return consumer;
    }

    /** Ends by itself when nobody reads any more, as in {@code quintet tail order.events | head}. */
    private void follow(Consumer<byte[], byte[]> consumer, RecordDecoder decoder, PrintWriter out) {
        long printed = 0;
        while (printed < max && !Output.isLost()) {
            for (var record : consumer.poll(POLL)) {
                var line = TailLine.of(record, decoder);
                if (printed < max && (order == null || line.isAbout(order))) {
                    out.println(line);
                    printed++;
                }
            }
        }
    }
}
