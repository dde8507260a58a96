package dev.quintet.harness;

import dev.quintet.domain.order.MenuItem;
import dev.quintet.domain.order.Money;
import dev.quintet.domain.order.OrderCommand;
import dev.quintet.domain.order.OrderEvent;
import dev.quintet.domain.order.OrderFact;
import dev.quintet.domain.participant.CommandHead;
import dev.quintet.domain.participant.Reply;
import dev.quintet.domain.payment.PaymentCommand;
import dev.quintet.domain.shipping.ShippingCommand;
import dev.quintet.domain.stock.StockCommand;
import dev.quintet.topology.OrdersTopology;
import dev.quintet.topology.ReferenceTables;
import dev.quintet.wire.Clock;
import dev.quintet.wire.StubRegistry;
import dev.quintet.wire.Topics;
import dev.quintet.wire.WireSerdes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;

/**
 * The orders topology on the broker's clock, with the test in the place of every participant: fast, no broker. The wall
 * clock stands still until it is moved.
 */
public final class SagaDriver implements AutoCloseable {
    private final StubRegistry registry = StubRegistry.start();
    private final WireSerdes serdes = new WireSerdes(registry.configs());
    private final Path state;
    private final TopologyTestDriver driver;
    private final TestInputTopic<String, OrderCommand> commands;
    private final TestOutputTopic<String, OrderEvent> events;
    private final TestOutputTopic<String, StockCommand> stock;
    private final TestOutputTopic<String, PaymentCommand> payment;
    private final TestOutputTopic<String, ShippingCommand> shipping;
    private Instant now;

    /** Burger day is on, a classic costs 8.90 EUR, and it is that time. */
    public SagaDriver(Instant wallClock) throws IOException {
        now = wallClock;
        state = Files.createTempDirectory("saga-driver");
        driver = new TopologyTestDriver(
                OrdersTopology.build(serdes, new ReferenceTables(), Clock.BROKER), properties(), wallClock);
        commands = in(Topics.ORDER_COMMANDS, serdes.orderCommand());
        events = out(Topics.ORDER_EVENTS, serdes.orderEvent());
        stock = out(Topics.STOCK_COMMANDS, serdes.stockCommand());
        payment = out(Topics.PAYMENT_COMMANDS, serdes.paymentCommand());
        shipping = out(Topics.SHIPPING_COMMANDS, serdes.shippingCommand());
        in(Topics.PROMOTIONS, serdes.promotion()).pipeInput(Promotions.BURGER_DAY, Promotions.fiveADay());
        var classic = new MenuItem("classic", "Classic", new Money(890, "EUR"));
        in(Topics.MENU, serdes.menuItem()).pipeInput("classic", classic);
    }

    /** Sends a command as if it came now. */
    public void send(OrderCommand command) {
        commands.pipeInput(command.customerId(), command, now);
    }

    /** Answers a command of the last {@link #asked}. */
    public void reply(String topic, String customerId, Reply reply) {
        in(topic, serdes.reply()).pipeInput(customerId, reply, now);
    }

    /** Sends a record that is no reply. */
    public void sendGarbage(String topic) {
        driver.createInputTopic(topic, new StringSerializer(), new StringSerializer())
                .pipeInput(new TestRecord<>("alice", "garbage", now));
    }

    /** What participants were asked since the last look: stock, then payment, then shipping. */
    public List<CommandHead> asked() {
        var heads = new ArrayList<CommandHead>();
        stock.readValuesToList().forEach(command -> heads.add(command.head()));
        payment.readValuesToList().forEach(command -> heads.add(command.head()));
        shipping.readValuesToList().forEach(command -> heads.add(command.head()));
        return heads;
    }

    /** The log since the last look. */
    public List<OrderEvent> events() {
        return events.readValuesToList();
    }

    /** What happened since the last look. */
    public List<OrderFact> facts() {
        return events().stream().map(OrderEvent::fact).toList();
    }

    /** How many records stand on the dead-letter topic since the last look. */
    public int deadLetters() {
        return driver.createOutputTopic(Topics.DEAD_LETTER, new StringDeserializer(), new StringDeserializer())
                .readValuesToList()
                .size();
    }

    /** The service's metrics as of now. */
    public Map<MetricName, ? extends Metric> metrics() {
        return driver.metrics();
    }

    /** Lets time go by. */
    public void pass(Duration time) {
        now = now.plus(time);
        driver.advanceWallClockTime(time);
    }

    private <V> TestInputTopic<String, V> in(String topic, Serde<V> serde) {
        return driver.createInputTopic(topic, new StringSerializer(), serde.serializer());
    }

    private <V> TestOutputTopic<String, V> out(String topic, Serde<V> serde) {
        return driver.createOutputTopic(topic, new StringDeserializer(), serde.deserializer());
    }

    /** At least once, because under exactly-once the driver hides records that go to the dead-letter topic. */
    private Properties properties() {
        var properties = new Properties();
        properties.putAll(Map.of(
                StreamsConfig.APPLICATION_ID_CONFIG,
                "saga-driver",
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
