package dev.quintet.harness;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.quintet.domain.limit.Promotion;
import dev.quintet.domain.order.MenuItem;
import dev.quintet.domain.order.OrderCommand;
import dev.quintet.domain.order.OrderEvent;
import dev.quintet.domain.order.PlaceOrder;
import dev.quintet.domain.order.Verdict;
import dev.quintet.topology.OrdersTopology;
import dev.quintet.topology.ReferenceTables;
import dev.quintet.wire.Clock;
import dev.quintet.wire.Headers;
import dev.quintet.wire.StubRegistry;
import dev.quintet.wire.Topics;
import dev.quintet.wire.WireSerdes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;

/**
 * The orders topology in Kafka's test driver: fast, one partition, no broker.
 *
 * <p>Runs at_least_once, because under exactly-once the driver hides records that go to the dead-letter topic.
 */
public final class TopologyDriver implements OrderDriver {
    private final StubRegistry registry = StubRegistry.start();
    private final WireSerdes serdes = new WireSerdes(registry.configs());
    private final Path state;
    private final TopologyTestDriver driver;
    private final TestInputTopic<String, OrderCommand> commands;
    private final TestInputTopic<byte[], byte[]> rawCommands;
    private final TestInputTopic<String, Promotion> promotions;
    private final TestInputTopic<String, MenuItem> menu;
    private final TestOutputTopic<String, Verdict> verdicts;
    private final TestOutputTopic<String, OrderEvent> events;
    private final TestOutputTopic<byte[], byte[]> deadLetters;

    /** A driver whose wall clock stands at an instant. */
    public TopologyDriver(Instant wallClock) throws IOException {
        state = Files.createTempDirectory("topology-driver");
        var topology = OrdersTopology.build(serdes, new ReferenceTables(), Clock.EVENT);
        driver = new TopologyTestDriver(topology, properties(state), wallClock);
        var text = new StringSerializer();
        commands = driver.createInputTopic(
                Topics.ORDER_COMMANDS, text, serdes.orderCommand().serializer());
        rawCommands =
                driver.createInputTopic(Topics.ORDER_COMMANDS, new ByteArraySerializer(), new ByteArraySerializer());
        promotions = driver.createInputTopic(
                Topics.PROMOTIONS, text, serdes.promotion().serializer());
        menu = driver.createInputTopic(Topics.MENU, text, serdes.menuItem().serializer());
        verdicts = driver.createOutputTopic(
                Topics.ORDER_VERDICTS,
                new StringDeserializer(),
                serdes.verdict().deserializer());
        events = driver.createOutputTopic(
                Topics.ORDER_EVENTS,
                new StringDeserializer(),
                serdes.orderEvent().deserializer());
        deadLetters =
                driver.createOutputTopic(Topics.DEAD_LETTER, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private static Properties properties(Path state) {
        var properties = new Properties();
        properties.putAll(Map.of(
                StreamsConfig.APPLICATION_ID_CONFIG,
                "topology-driver",
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

    @Override
    public void publish(Promotion promotion) {
        promotions.pipeInput(promotion.promotionId(), promotion);
    }

    @Override
    public void publish(MenuItem item) {
        menu.pipeInput(item.itemId(), item);
    }

    @Override
    public Verdict place(PlaceOrder order, Instant placedAt) {
        var headers = new RecordHeaders().add(Headers.REPLY_PARTITION, "0".getBytes(UTF_8));
        commands.pipeInput(new TestRecord<>(order.customerId(), order, headers, placedAt.toEpochMilli()));
        return verdicts.readValue();
    }

    /** Sends an order whose sender waits for nothing. */
    public void placeUnasked(PlaceOrder order, Instant placedAt) {
        commands.pipeInput(order.customerId(), order, placedAt);
    }

    /** A command as it looks on Kafka. */
    public byte[] bytes(PlaceOrder order) {
        return serdes.orderCommand().serializer().serialize(Topics.ORDER_COMMANDS, order);
    }

    /** Sends any bytes as a command. */
    public void send(byte @Nullable [] key, byte @Nullable [] value) {
        rawCommands.pipeInput(key, value);
    }

    /** The verdicts since the last look that nobody has read. */
    public List<Verdict> verdicts() {
        return verdicts.readValuesToList();
    }

    /** The facts since the last look. */
    public List<OrderEvent> events() {
        return events.readValuesToList();
    }

    /** The dead letters since the last look. */
    public List<TestRecord<byte[], byte[]>> deadLetters() {
        return deadLetters.readRecordsToList();
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
