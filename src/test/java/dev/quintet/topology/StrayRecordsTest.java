package dev.quintet.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.domain.notification.Channel;
import dev.quintet.domain.notification.Message;
import dev.quintet.domain.notification.Sent;
import dev.quintet.domain.order.Money;
import dev.quintet.domain.order.OrderEvent;
import dev.quintet.domain.participant.CommandHead;
import dev.quintet.domain.participant.Reply;
import dev.quintet.domain.payment.PaymentCommand;
import dev.quintet.domain.payment.PaymentRequest;
import dev.quintet.domain.shipping.ShippingCommand;
import dev.quintet.domain.shipping.ShippingRequest;
import dev.quintet.domain.stock.StockCommand;
import dev.quintet.domain.stock.StockRequest;
import dev.quintet.domain.view.CustomerOrder;
import dev.quintet.domain.view.OrderStatus;
import dev.quintet.harness.Facts;
import dev.quintet.harness.Keys;
import dev.quintet.harness.OrderBuilder;
import dev.quintet.harness.ServiceDriver;
import dev.quintet.harness.Times;
import dev.quintet.wire.Clock;
import dev.quintet.wire.Headers;
import dev.quintet.wire.Topics;
import dev.quintet.wire.ViewsGeneration;
import dev.quintet.wire.WireSerdes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Test;

/**
 * A producer with another partitioner, librdkafka's default for one, puts a key's records where no other record of the key
 * is: there a sixth order would be a first. Seen from the task of partition 0 of 4, by every service, for every topic that
 * it reads by key.
 */
final class StrayRecordsTest {
    private static final Instant NOW = Times.at("12:00");
    private static final String HERE = Keys.in(0, 4, "a");
    private static final String ELSEWHERE = Keys.notIn(0, 4, "a");

    @Test
    void ordersReadsCommandsAndRepliesWhereTheirCustomerBelongs() throws IOException {
        try (var orders = driver(serdes -> OrdersTopology.build(serdes, new ReferenceTables(), Clock.BROKER))) {
            requireStray(
                    orders,
                    Topics.ORDER_COMMANDS,
                    WireSerdes::orderCommand,
                    customer -> OrderBuilder.anOrder().by(customer).build());
            assertThat(orders.output(Topics.ORDER_EVENTS, orders.serdes().orderEvent())
                            .readValuesToList())
                    .extracting(OrderEvent::customerId)
                    .containsExactly(HERE);
            for (var topic : List.of(Topics.STOCK_REPLIES, Topics.PAYMENT_REPLIES, Topics.SHIPPING_REPLIES)) {
                requireStray(orders, topic, WireSerdes::reply, _ -> Reply.ok(head("b"), null));
            }
        }
    }

    @Test
    void participantsReadCommandsWhereTheirKeyBelongs() throws IOException {
        try (var stock = driver(StockTopology::build)) {
            requireStray(stock, Topics.STOCK_COMMANDS, WireSerdes::stockCommand, StrayRecordsTest::releaseAt);
        }
        try (var payment = driver(PaymentTopology::build)) {
            requireStray(
                    payment,
                    Topics.PAYMENT_COMMANDS,
                    WireSerdes::paymentCommand,
                    customer -> new PaymentCommand(
                            head(customer), new PaymentRequest.Authorize(new Money(100, "EUR"), "tok_ok")));
        }
        try (var shipping = driver(serdes -> ShippingTopology.build(serdes, new CustomerTables()))) {
            requireStray(
                    shipping,
                    Topics.SHIPPING_COMMANDS,
                    WireSerdes::shippingCommand,
                    customer -> new ShippingCommand(head(customer), new ShippingRequest.Cancel()));
        }
    }

    @Test
    void whoeverReadsTheLogReadsFactsWhereTheirOrderBelongs() throws IOException {
        try (var notification = driver(serdes -> NotificationTopology.build(serdes, new CustomerTables()))) {
            requireStray(notification, Topics.ORDER_EVENTS, WireSerdes::orderEvent, StrayRecordsTest::fact);
        }
        try (var pricing = driver(serdes -> PricingTopology.build(serdes, Duration.ofMinutes(1)))) {
            requireStray(pricing, Topics.ORDER_EVENTS, WireSerdes::orderEvent, StrayRecordsTest::fact);
        }
        try (var views = driver(StrayRecordsTest::views)) {
            requireStray(views, Topics.ORDER_EVENTS, WireSerdes::orderEvent, StrayRecordsTest::fact);
            requireStray(views, Topics.CUSTOMER_ORDERS, WireSerdes::customerOrder, StrayRecordsTest::row);
        }
    }

    @Test
    void messagesLieWhereTheirOrderBelongsWhateverTheirKey() throws IOException {
        try (var views = driver(StrayRecordsTest::views)) {
            for (var order : List.of(HERE, ELSEWHERE)) {
                var message = new Message("<m>", "bob", Channel.EMAIL, "b@shop.example", "s", "t", order, "confirmed");
                views.input(Topics.NOTIFICATION_OUTBOX, views.serdes().outboxMessage())
                        .pipeInput(message.key(), message, NOW);
                views.input(Topics.NOTIFICATION_SENT, views.serdes().sent())
                        .pipeInput(message.identity(), new Sent(message.identity(), NOW, order, null), NOW);
            }
            assertThat(views.deadLetters())
                    .hasSize(2)
                    .allSatisfy(letter -> assertThat(cause(letter)).contains("murmur2 of its order id"));
        }
    }

    @Test
    void demandLiesWherePricingPutsIt() throws IOException {
        try (var pricing = driver(serdes -> PricingTopology.build(serdes, Duration.ofMinutes(1)))) {
            var pieces = ByteBuffer.allocate(Long.BYTES).putLong(3).array();
            for (var item : List.of("classic", "cheese", "veggie", "maple")) {
                pricing.send(Topics.DEMAND_BY_ITEM, item, pieces);
            }
            assertThat(pricing.deadLetters())
                    .extracting(letter -> new String(letter.key(), UTF_8))
                    .containsExactlyElementsOf(List.of("classic", "cheese", "veggie", "maple").stream()
                            .filter(item -> ItemPartitioner.partition(item, 4) != 0)
                            .toList());
        }
    }

    /** What belongs here passes; what belongs elsewhere is a dead letter that says how its producer is to be set. */
    private static <V> void requireStray(
            ServiceDriver service, String topic, Function<WireSerdes, Serde<V>> serde, Function<String, V> valueFor) {
        var input = service.input(topic, serde.apply(service.serdes()));
        input.pipeInput(HERE, valueFor.apply(HERE), NOW);
        assertThat(service.deadLetters()).as(topic).isEmpty();
        input.pipeInput(ELSEWHERE, valueFor.apply(ELSEWHERE), NOW);
        assertThat(service.deadLetters()).as(topic).singleElement().satisfies(letter -> {
            assertThat(new String(letter.key(), UTF_8)).isEqualTo(ELSEWHERE);
            assertThat(cause(letter)).contains("partition 0 of 4").contains("partitioner=murmur2_random");
        });
    }

    private static ServiceDriver driver(Function<WireSerdes, Topology> topology) throws IOException {
        return new ServiceDriver(topology, NOW, 4);
    }

    private static Topology views(WireSerdes serdes) {
        return ViewsTopology.build(
                serdes,
                new ReferenceTables(),
                new StockTables(),
                new ViewLimits(Duration.ofDays(1), 10),
                (_, _) -> {},
                _ -> {},
                ViewsGeneration.FIRST);
    }

    private static StockCommand releaseAt(String outletId) {
        return new StockCommand(head("alice"), outletId, new StockRequest.Release());
    }

    private static OrderEvent fact(String orderId) {
        return Facts.of(orderId, HERE).then(Facts.accepted()).events().getFirst();
    }

    private static CustomerOrder row(String customerId) {
        return new CustomerOrder(
                "o-1", customerId, 1, OrderStatus.CONFIRMED, NOW, NOW, "p", "akaso-1", 1, null, null, null, true, 1);
    }

    private static CommandHead head(String customerId) {
        return new CommandHead("c-1", "o-1", customerId);
    }

    private static String cause(TestRecord<byte[], byte[]> letter) {
        return new String(letter.headers().lastHeader(Headers.DEAD_LETTER_CAUSE).value(), UTF_8);
    }
}
