package dev.quintet.harness;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.quintet.domain.limit.Promotion;
import dev.quintet.domain.order.MenuItem;
import dev.quintet.domain.order.Money;
import dev.quintet.domain.order.OrderCommand;
import dev.quintet.domain.order.OrderEvent;
import dev.quintet.domain.order.OrderFact;
import dev.quintet.domain.order.OrderLine;
import dev.quintet.domain.order.PlaceOrder;
import dev.quintet.domain.order.Verdict;
import dev.quintet.domain.participant.CommandHead;
import dev.quintet.domain.payment.LedgerEntry;
import dev.quintet.domain.shipping.Customer;
import dev.quintet.domain.shipping.Shipment;
import dev.quintet.domain.stock.StockCommand;
import dev.quintet.domain.stock.StockLevel;
import dev.quintet.domain.stock.StockRequest;
import dev.quintet.topology.CustomerTables;
import dev.quintet.topology.OrdersTopology;
import dev.quintet.topology.PaymentTopology;
import dev.quintet.topology.ReferenceTables;
import dev.quintet.topology.ShippingTopology;
import dev.quintet.topology.StockTables;
import dev.quintet.topology.StockTopology;
import dev.quintet.topology.ViewLimits;
import dev.quintet.topology.ViewsTopology;
import dev.quintet.wire.Clock;
import dev.quintet.wire.Headers;
import dev.quintet.wire.Topics;
import dev.quintet.wire.ViewsGeneration;
import dev.quintet.wire.WireSerdes;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.test.TestRecord;

/**
 * Orders, stock, payment, shipping and views, each in a test driver of its own and joined by their topics: whole orders, no
 * broker, and a clock that stands still until it is moved. Burger day is on, a classic costs 8.90 EUR, akaso-1 has plenty
 * of them, and Alice and Bob have addresses.
 */
public final class JoinedServices implements AutoCloseable {
    private static final String OUTLET = "akaso-1";

    private final ServiceDriver orders;
    private final ServiceDriver stock;
    private final ServiceDriver payment;
    private final ServiceDriver shipping;
    private final ServiceDriver views;
    private final List<ServiceDriver> all;
    private final List<Link<?>> links;
    private final TestOutputTopic<String, Verdict> verdicts;
    private final List<OrderEvent> events = new ArrayList<>();
    private final List<LedgerEntry> ledger = new ArrayList<>();
    private final List<Shipment> shipments = new ArrayList<>();
    private Set<String> lost = Set.of();
    private Instant now;

    public JoinedServices(Instant wallClock) throws IOException {
        now = wallClock;
        orders = new ServiceDriver(
                serdes -> OrdersTopology.build(serdes, new ReferenceTables(), Clock.BROKER), wallClock);
        stock = new ServiceDriver(StockTopology::build, wallClock);
        payment = new ServiceDriver(PaymentTopology::build, wallClock);
        shipping = new ServiceDriver(serdes -> ShippingTopology.build(serdes, new CustomerTables()), wallClock);
        views = new ServiceDriver(
                serdes -> ViewsTopology.build(
                        serdes,
                        new ReferenceTables(),
                        new StockTables(),
                        new ViewLimits(Duration.ofDays(30), 200),
                        (_, _) -> {},
                        _ -> {},
                        ViewsGeneration.FIRST),
                wallClock);
        all = List.of(orders, stock, payment, shipping, views);
        verdicts = orders.output(Topics.ORDER_VERDICTS, orders.serdes().verdict());
        links = List.of(
                new Link<>(
                        orders,
                        stock,
                        Topics.STOCK_COMMANDS,
                        WireSerdes::stockCommand,
                        command -> command.head().commandId()),
                new Link<>(
                        orders,
                        payment,
                        Topics.PAYMENT_COMMANDS,
                        WireSerdes::paymentCommand,
                        command -> command.head().commandId()),
                new Link<>(
                        orders,
                        shipping,
                        Topics.SHIPPING_COMMANDS,
                        WireSerdes::shippingCommand,
                        command -> command.head().commandId()),
                new Link<>(stock, orders, Topics.STOCK_REPLIES, WireSerdes::reply, _ -> ""),
                new Link<>(payment, orders, Topics.PAYMENT_REPLIES, WireSerdes::reply, _ -> ""),
                new Link<>(shipping, orders, Topics.SHIPPING_REPLIES, WireSerdes::reply, _ -> ""),
                new Link<>(orders, views, Topics.ORDER_EVENTS, WireSerdes::orderEvent, _ -> ""));
        publish(Promotions.fiveADay());
        put(orders, Topics.MENU, WireSerdes::menuItem, "classic", new MenuItem("classic", "Classic", money(890)));
        for (var customer : List.of(OrderBuilder.ALICE, OrderBuilder.BOB)) {
            var known = new Customer(customer, customer, customer + "@shop.example", null, "1 Hill", "north");
            put(shipping, Topics.CUSTOMERS, WireSerdes::customer, customer, known);
        }
        var delivery = new StockRequest.Replenish(List.of(new OrderLine("classic", 10_000)));
        var supply = new StockCommand(new CommandHead("supply", "", ""), OUTLET, delivery);
        put(stock, Topics.STOCK_COMMANDS, WireSerdes::stockCommand, OUTLET, supply);
    }

    /** Publishes a promotion. */
    public void publish(Promotion promotion) {
        put(orders, Topics.PROMOTIONS, WireSerdes::promotion, promotion.promotionId(), promotion);
    }

    /** Places an order now, and lets everything go on as far as it goes. */
    public Verdict place(PlaceOrder order) {
        var headers = new RecordHeaders().add(Headers.REPLY_PARTITION, "0".getBytes(UTF_8));
        orders.input(Topics.ORDER_COMMANDS, orders.serdes().orderCommand())
                .pipeInput(new TestRecord<>(order.customerId(), order, headers, now.toEpochMilli()));
        settle();
        return verdicts.readValue();
    }

    /** Sends another command now. */
    public void send(OrderCommand command) {
        put(orders, Topics.ORDER_COMMANDS, WireSerdes::orderCommand, command.customerId(), command);
        settle();
    }

    /** From now on commands with these labels do not arrive. */
    public void lose(String... labels) {
        lost = Set.of(labels);
    }

    /** Lets time go by. */
    public void pass(Duration time) {
        now = now.plus(time);
        all.forEach(service -> service.advance(time));
        settle();
    }

    /** What happened to the orders of an id, under every life of it. */
    public List<OrderEvent> events(String orderId) {
        return events.stream().filter(event -> event.orderId().equals(orderId)).toList();
    }

    /** The same, by the names of the facts. */
    public List<String> facts(String orderId) {
        return events(orderId).stream().map(event -> event.fact().type()).toList();
    }

    /** What was moved for the orders of an id, in words as {@code HELD 267}. */
    public List<String> ledger(String orderId) {
        return ledger.stream()
                .filter(entry -> entry.orderId().equals(orderId))
                .map(entry -> entry.entry() + " " + entry.amount().amountMinor())
                .toList();
    }

    /** The totals of all confirmed orders, in minor units. */
    public long confirmed() {
        long sum = 0;
        long total = 0;
        for (var event : events.stream()
                .sorted((a, b) -> a.orderId().compareTo(b.orderId()))
                .toList()) {
            if (event.fact() instanceof OrderFact.Accepted accepted) {
                total = accepted.total().amountMinor();
            } else if (event.fact() instanceof OrderFact.Confirmed) {
                sum += total;
            }
        }
        return sum;
    }

    /** What was taken and not given back, in minor units. */
    public long captured() {
        return ledger.stream()
                .mapToLong(entry -> switch (entry.entry()) {
                    case CAPTURED -> entry.amount().amountMinor();
                    case REFUNDED -> -entry.amount().amountMinor();
                    case HELD, RELEASED -> 0;
                })
                .sum();
    }

    /** How many classics are set aside or sold. */
    public long reserved() {
        KeyValueStore<String, StockLevel> outlets = stock.store(dev.quintet.wire.Stores.OUTLETS);
        return Objects.requireNonNull(outlets.get(OUTLET).items().get("classic"))
                .reserved();
    }

    public List<Shipment> shipments() {
        return List.copyOf(shipments);
    }

    /** A store of the views. */
    public <V> KeyValueStore<String, V> view(String store) {
        return views.store(store);
    }

    private void settle() {
        boolean moved;
        do {
            moved = false;
            for (var link : links) {
                moved |= link.carry();
            }
        } while (moved);
        ledger.addAll(payment.output(Topics.PAYMENT_LEDGER, payment.serdes().ledgerEntry())
                .readValuesToList());
        shipments.addAll(
                shipping.output(Topics.SHIPMENTS, shipping.serdes().shipment()).readValuesToList());
    }

    private <V> void put(
            ServiceDriver service, String topic, Function<WireSerdes, Serde<V>> serde, String key, V value) {
        service.input(topic, serde.apply(service.serdes())).pipeInput(key, value, now);
    }

    private static Money money(long amountMinor) {
        return new Money(amountMinor, "EUR");
    }

    @Override
    public void close() {
        all.forEach(ServiceDriver::close);
    }

    /** A topic from one service to another. */
    private final class Link<V> {
        private final ServiceDriver to;
        private final String topic;
        private final Function<WireSerdes, Serde<V>> serde;
        private final Function<V, String> commandId;
        private final TestOutputTopic<String, V> records;

        /** @param commandId of a record, when the topic is of commands */
        private Link(
                ServiceDriver from,
                ServiceDriver to,
                String topic,
                Function<WireSerdes, Serde<V>> serde,
                Function<V, String> commandId) {
            this.to = to;
            this.topic = topic;
            this.serde = serde;
            this.commandId = commandId;
            records = from.output(topic, serde.apply(from.serdes()));
        }

        private boolean carry() {
            boolean moved = false;
            while (!records.isEmpty()) {
                var record = records.readKeyValue();
                moved = true;
                if (record.value instanceof OrderEvent event) {
                    events.add(event);
                }
                if (!isLost(commandId.apply(record.value))) {
                    put(to, topic, serde, record.key, record.value);
                }
            }
            return moved;
        }

        private boolean isLost(String id) {
            return lost.contains(id.substring(id.lastIndexOf('/') + 1));
        }
    }
}
