package dev.quintet.harness;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.quintet.domain.participant.Reply;
import dev.quintet.wire.StubRegistry;
import dev.quintet.wire.Topics;
import dev.quintet.wire.WireSerdes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Function;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;

/**
 * A participant's topology in Kafka's test driver: one partition, no broker. At least once, because under exactly-once
 * the driver hides dead letters.
 *
 * @param <C> its commands
 */
public final class ParticipantDriver<C> implements AutoCloseable {
    private final StubRegistry registry = StubRegistry.start();
    private final WireSerdes serdes = new WireSerdes(registry.configs());
    private final Path state;
    private final TopologyTestDriver driver;
    private final String commandTopic;
    private final Serde<C> commandSerde;
    private final TestInputTopic<byte[], byte[]> commands;
    private final TestOutputTopic<String, Reply> replies;
    private final TestOutputTopic<byte[], byte[]> deadLetters;
    private Instant now;

    /** A driver whose clocks stand at an instant. */
    public ParticipantDriver(
            Function<WireSerdes, Topology> topology,
            String commandTopic,
            Function<WireSerdes, Serde<C>> commandSerde,
            String replyTopic,
            Instant now)
            throws IOException {
        this.commandTopic = commandTopic;
        this.commandSerde = commandSerde.apply(serdes);
        this.now = now;
        state = Files.createTempDirectory("participant-driver");
        driver = new TopologyTestDriver(topology.apply(serdes), properties(state), now);
        commands = driver.createInputTopic(commandTopic, new ByteArraySerializer(), new ByteArraySerializer());
        replies = driver.createOutputTopic(
                replyTopic, new StringDeserializer(), serdes.reply().deserializer());
        deadLetters =
                driver.createOutputTopic(Topics.DEAD_LETTER, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private static Properties properties(Path state) {
        var properties = new Properties();
        properties.putAll(Map.of(
                StreamsConfig.APPLICATION_ID_CONFIG,
                "participant-driver",
                StreamsConfig.BOOTSTRAP_SERVERS_CONFIG,
                "127.0.0.1:1",
                StreamsConfig.STATE_DIR_CONFIG,
                state.toString(),
                StreamsConfig.PROCESSING_GUARANTEE_CONFIG,
                StreamsConfig.AT_LEAST_ONCE,
                "processing.exception.handler.global.enabled",
                true));
        return properties;
    }

    /** Sends a command and gives the replies that follow at once, by their keys. */
    public List<TestRecord<String, Reply>> send(String key, C command) {
        sendRaw(utf8(key), commandSerde.serializer().serialize(commandTopic, command));
        return replies();
    }

    /** Sends any bytes. */
    public void sendRaw(byte @Nullable [] key, byte @Nullable [] value) {
        commands.pipeInput(key, value, now);
    }

    /** Lets time pass, by the wall and for records. */
    public void pass(Duration duration) {
        now = now.plus(duration);
        driver.advanceWallClockTime(duration);
    }

    /** The replies since the last look. */
    public List<TestRecord<String, Reply>> replies() {
        return replies.readRecordsToList();
    }

    /** The dead letters since the last look. */
    public List<TestRecord<byte[], byte[]>> deadLetters() {
        return deadLetters.readRecordsToList();
    }

    /** Another topic that the participant writes to. */
    public <V> TestOutputTopic<String, V> output(String topic, Function<WireSerdes, Serde<V>> values) {
        return driver.createOutputTopic(
                topic, new StringDeserializer(), values.apply(serdes).deserializer());
    }

    private static byte[] utf8(String text) {
        return text.getBytes(UTF_8);
    }

    @Override
    public void close() {
        driver.close();
        registry.close();
        try {
            Utils.delete(state.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
