package dev.quintet.harness;

import static java.nio.charset.StandardCharsets.UTF_8;

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
import dev.quintet.wire.Topics;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;

/**
 * The orders topology on the broker's clock, with the test in the place of every participant: fast, no broker. The wall
 * clock stands still until it is moved.
 */
public final class SagaDriver implements AutoCloseable {
    private final ServiceDriver driver;
    private final TestInputTopic<String, OrderCommand> commands;
    private final TestOutputTopic<String, OrderEvent> events;
    private final TestOutputTopic<String, StockCommand> stock;
    private final TestOutputTopic<String, PaymentCommand> payment;
    private final TestOutputTopic<String, ShippingCommand> shipping;
    private Instant now;

    /** Burger day is on, a classic costs 8.90 EUR, and it is that time. */
    public SagaDriver(Instant wallClock) throws IOException {
        now = wallClock;
        driver = new ServiceDriver(
                serdes -> OrdersTopology.build(serdes, new ReferenceTables(), Clock.BROKER), wallClock);
        var serdes = driver.serdes();
        commands = driver.input(Topics.ORDER_COMMANDS, serdes.orderCommand());
        events = driver.output(Topics.ORDER_EVENTS, serdes.orderEvent());
        stock = driver.output(Topics.STOCK_COMMANDS, serdes.stockCommand());
        payment = driver.output(Topics.PAYMENT_COMMANDS, serdes.paymentCommand());
        shipping = driver.output(Topics.SHIPPING_COMMANDS, serdes.shippingCommand());
        driver.input(Topics.PROMOTIONS, serdes.promotion()).pipeInput(Promotions.BURGER_DAY, Promotions.fiveADay());
        var classic = new MenuItem("classic", "Classic", new Money(890, "EUR"));
        driver.input(Topics.MENU, serdes.menuItem()).pipeInput("classic", classic);
    }

    /** Sends a command as if it came now. */
    public void send(OrderCommand command) {
        commands.pipeInput(command.customerId(), command, now);
    }

    /** Answers a command of the last {@link #asked}. */
    public void reply(String topic, String customerId, Reply reply) {
        driver.input(topic, driver.serdes().reply()).pipeInput(customerId, reply, now);
    }

    /** Sends a record that is no reply. */
    public void sendGarbage(String topic) {
        driver.input(topic).pipeInput("alice".getBytes(UTF_8), "garbage".getBytes(UTF_8), now);
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
        return driver.deadLetters().size();
    }

    /** What a count of the topology has come to, as {@code ignored-replies-total}, over all tasks. */
    public long counted(String metric) {
        return (long) driver.metric(metric);
    }

    /** The service's metrics as of now. */
    public Map<MetricName, ? extends Metric> metrics() {
        return driver.metrics();
    }

    /** The time by all clocks. */
    public Instant now() {
        return now;
    }

    /** Lets time go by. */
    public void pass(Duration time) {
        now = now.plus(time);
        driver.advance(time);
    }

    @Override
    public void close() {
        driver.close();
    }
}
