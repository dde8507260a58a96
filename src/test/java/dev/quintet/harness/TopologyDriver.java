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
import dev.quintet.wire.Topics;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;

/**
 * The orders topology in Kafka's test driver: fast, one partition, no broker.
 *
 * <p>Runs at_least_once, because under exactly-once the driver hides records that go to the dead-letter topic.
 */
public final class TopologyDriver implements OrderDriver {
    private final ServiceDriver driver;
    private final TestInputTopic<String, OrderCommand> commands;
    private final TestInputTopic<byte[], byte[]> rawCommands;
    private final TestInputTopic<String, Promotion> promotions;
    private final TestInputTopic<String, MenuItem> menu;
    private final TestOutputTopic<String, Verdict> verdicts;
    private final TestOutputTopic<String, OrderEvent> events;

    /** A driver whose wall clock stands at an instant. */
    public TopologyDriver(Instant wallClock) throws IOException {
        driver = new ServiceDriver(
                serdes -> OrdersTopology.build(serdes, new ReferenceTables(), Clock.EVENT), wallClock);
        var serdes = driver.serdes();
        commands = driver.input(Topics.ORDER_COMMANDS, serdes.orderCommand());
        rawCommands = driver.input(Topics.ORDER_COMMANDS);
        promotions = driver.input(Topics.PROMOTIONS, serdes.promotion());
        menu = driver.input(Topics.MENU, serdes.menuItem());
        verdicts = driver.output(Topics.ORDER_VERDICTS, serdes.verdict());
        events = driver.output(Topics.ORDER_EVENTS, serdes.orderEvent());
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
        return driver.serdes().orderCommand().serializer().serialize(Topics.ORDER_COMMANDS, order);
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
        return driver.deadLetters();
    }

    @Override
    public void close() {
        driver.close();
    }
}
