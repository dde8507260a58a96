package dev.quintet.harness;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.quintet.domain.participant.Reply;
import dev.quintet.wire.WireSerdes;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;

/**
 * A participant's topology in Kafka's test driver: one partition, no broker. At least once, because under exactly-once
 * the driver hides dead letters.
 *
 * @param <C> its commands
 */
public final class ParticipantDriver<C> implements AutoCloseable {
    private final ServiceDriver driver;
    private final String commandTopic;
    private final Serde<C> commandSerde;
    private final TestInputTopic<byte[], byte[]> commands;
    private final TestOutputTopic<String, Reply> replies;
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
        this.now = now;
        driver = new ServiceDriver(topology, now);
        this.commandSerde = commandSerde.apply(driver.serdes());
        commands = driver.input(commandTopic);
        replies = driver.output(replyTopic, driver.serdes().reply());
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
        driver.advance(duration);
    }

    /** The replies since the last look. */
    public List<TestRecord<String, Reply>> replies() {
        return replies.readRecordsToList();
    }

    /** The dead letters since the last look. */
    public List<TestRecord<byte[], byte[]>> deadLetters() {
        return driver.deadLetters();
    }

    /** Another topic that the participant writes to. */
    public <V> TestOutputTopic<String, V> output(String topic, Function<WireSerdes, Serde<V>> values) {
        return driver.output(topic, values.apply(driver.serdes()));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(UTF_8);
    }

    @Override
    public void close() {
        driver.close();
    }
}
