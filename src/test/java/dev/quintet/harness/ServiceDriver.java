package dev.quintet.harness;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.quintet.wire.BadReference;
import dev.quintet.wire.BuryOrFail;
import dev.quintet.wire.BuryUnsendable;
import dev.quintet.wire.StubRegistry;
import dev.quintet.wire.Surroundings;
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
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.WindowStore;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;

/**
 * The topology of any service in Kafka's test driver: fast, one partition, no broker.
 *
 * <p>Runs at_least_once, because under exactly-once the driver hides records that go to the dead-letter topic.
 */
public final class ServiceDriver implements AutoCloseable {
    private final StubRegistry registry = StubRegistry.start();
    private final WireSerdes serdes = new WireSerdes(registry.configs());
    private final DriverSurroundings surroundings;
    private final Path state;
    private final TopologyTestDriver driver;
    private final TestOutputTopic<byte[], byte[]> deadLetters;

    /** A driver whose wall clock stands at an instant. */
    public ServiceDriver(Function<WireSerdes, Topology> topology, Instant wallClock) throws IOException {
        this(topology, wallClock, 1);
    }

    /** The same for the task of partition 0 of so many. */
    public ServiceDriver(Function<WireSerdes, Topology> topology, Instant wallClock, int partitions)
            throws IOException {
        surroundings = new DriverSurroundings(partitions);
        state = Files.createTempDirectory("service-driver");
        var properties = new Properties();
        properties.putAll(Map.of(
                StreamsConfig.APPLICATION_ID_CONFIG,
                "service-driver",
                StreamsConfig.BOOTSTRAP_SERVERS_CONFIG,
                "127.0.0.1:1",
                StreamsConfig.STATE_DIR_CONFIG,
                state.toString(),
                StreamsConfig.PROCESSING_GUARANTEE_CONFIG,
                StreamsConfig.AT_LEAST_ONCE,
                StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG,
                BuryOrFail.class,
                StreamsConfig.PRODUCTION_EXCEPTION_HANDLER_CLASS_CONFIG,
                BuryUnsendable.class,
                "processing.exception.handler.global.enabled",
                true,
                Surroundings.SETTING,
                surroundings));
        driver = new TopologyTestDriver(topology.apply(serdes), properties, wallClock);
        deadLetters =
                driver.createOutputTopic(Topics.DEAD_LETTER, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** The serdes of the driver's registry. */
    public WireSerdes serdes() {
        return serdes;
    }

    /** A topic that tests write to. */
    public <V> TestInputTopic<String, V> input(String topic, Serde<V> serde) {
        return driver.createInputTopic(topic, new StringSerializer(), serde.serializer());
    }

    /** A topic that tests read. */
    public <V> TestOutputTopic<String, V> output(String topic, Serde<V> serde) {
        return driver.createOutputTopic(topic, new StringDeserializer(), serde.deserializer());
    }

    /** Sends any bytes. */
    public void send(String topic, @Nullable String key, byte @Nullable [] value) {
        input(topic).pipeInput(key == null ? null : key.getBytes(UTF_8), value);
    }

    /** A topic that tests write any bytes to. */
    public TestInputTopic<byte[], byte[]> input(String topic) {
        return driver.createInputTopic(topic, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** A key-value store of the service. */
    public <V> KeyValueStore<String, V> store(String name) {
        return driver.getKeyValueStore(name);
    }

    /** A window store of the service. */
    public <V> WindowStore<String, V> windowStore(String name) {
        return driver.getWindowStore(name);
    }

    /** Lets time go by, on the wall clock. */
    public void advance(Duration time) {
        driver.advanceWallClockTime(time);
    }

    /** The dead letters since the last look. */
    public List<TestRecord<byte[], byte[]>> deadLetters() {
        return deadLetters.readRecordsToList();
    }

    /** The records of reference topics that did not count since the last look. */
    public List<BadReference> badReferences() {
        return surroundings.buried();
    }

    /** All metrics as of now. */
    public Map<MetricName, ? extends Metric> metrics() {
        return driver.metrics();
    }

    /** The sum of a metric over all that have it. */
    public double metric(String name) {
        return driver.metrics().values().stream()
                .filter(metric -> metric.metricName().name().equals(name))
                .mapToDouble(metric -> (double) metric.metricValue())
                .sum();
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
