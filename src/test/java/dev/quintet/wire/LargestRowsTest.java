package dev.quintet.wire;

import static dev.quintet.wire.Largest.HEAD;
import static dev.quintet.wire.Largest.LABEL;
import static dev.quintet.wire.Largest.LATE;
import static dev.quintet.wire.Largest.LINES;
import static dev.quintet.wire.Largest.MONEY;
import static dev.quintet.wire.Largest.NAME;
import static dev.quintet.wire.Largest.REASON;
import static dev.quintet.wire.Largest.USE;
import static dev.quintet.wire.Largest.id;
import static dev.quintet.wire.Largest.list;
import static dev.quintet.wire.Largest.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.domain.notification.Channel;
import dev.quintet.domain.notification.Message;
import dev.quintet.domain.notification.Sent;
import dev.quintet.domain.order.CancelOrder;
import dev.quintet.domain.order.OperatorAction;
import dev.quintet.domain.order.OrderFact;
import dev.quintet.domain.order.PlaceOrder;
import dev.quintet.domain.order.RefusalReason;
import dev.quintet.domain.order.RepairOrder;
import dev.quintet.domain.payment.Attempt;
import dev.quintet.domain.payment.LedgerEntry;
import dev.quintet.domain.payment.Movement;
import dev.quintet.domain.payment.Payment;
import dev.quintet.domain.payment.PaymentCommand;
import dev.quintet.domain.payment.PaymentProvider;
import dev.quintet.domain.payment.PaymentRequest;
import dev.quintet.domain.saga.Purchase;
import dev.quintet.domain.saga.Saga;
import dev.quintet.domain.saga.StepState;
import dev.quintet.domain.saga.StepStatus;
import dev.quintet.domain.shipping.Customer;
import dev.quintet.domain.shipping.DeliveryPromise;
import dev.quintet.domain.shipping.DeliveryPromise.State;
import dev.quintet.domain.shipping.Shipment;
import dev.quintet.domain.shipping.ShippingCommand;
import dev.quintet.domain.shipping.ShippingRequest;
import dev.quintet.domain.stock.ItemLevel;
import dev.quintet.domain.stock.Kitchen;
import dev.quintet.domain.stock.Reservation;
import dev.quintet.domain.stock.StockCommand;
import dev.quintet.domain.stock.StockLevel;
import dev.quintet.domain.stock.StockRequest;
import dev.quintet.domain.stock.StockRoom;
import dev.quintet.domain.stock.SupplyOutcome;
import dev.quintet.domain.view.CustomerOrder;
import dev.quintet.domain.view.LineView;
import dev.quintet.domain.view.OrderMessage;
import dev.quintet.domain.view.OrderStatus;
import dev.quintet.domain.view.OrderView;
import dev.quintet.domain.view.Ordered;
import dev.quintet.domain.view.StepView;
import dev.quintet.domain.view.StuckOrder;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** B: the largest value that each topic and each store can ever hold is one that a topic takes. */
final class LargestRowsTest {
    private static final StubRegistry REGISTRY = StubRegistry.start();
    private static final WireSerdes SERDES = new WireSerdes(REGISTRY.configs());
    private static final int STEPS_MAX = 32;

    @AfterAll
    static void close() {
        REGISTRY.close();
    }

    private static final Shipment SHIPMENT = new Shipment(text(200), id(1), id(2), NAME, NAME, NAME, id(3), LINES);

    static Stream<Arguments> values() {
        return Stream.concat(records(), rows());
    }

    private static Stream<Arguments> records() {
        return Stream.of(
                value(Topics.ORDER_COMMANDS, SERDES.orderCommand(), order()),
                value(Topics.ORDER_COMMANDS, SERDES.orderCommand(), new CancelOrder(id(1), id(2), REASON)),
                value(
                        Topics.ORDER_COMMANDS,
                        SERDES.orderCommand(),
                        new RepairOrder(id(1), id(2), OperatorAction.COMPENSATE, text(64), REASON, LABEL)),
                value(Topics.ORDER_VERDICTS, SERDES.verdict(), Largest.verdict()),
                value(Topics.ORDER_EVENTS, SERDES.orderEvent(), Largest.event(Largest.accepted())),
                value(
                        Topics.ORDER_EVENTS,
                        SERDES.orderEvent(),
                        Largest.event(new OrderFact.Refused(
                                id(1), Long.MIN_VALUE, RefusalReason.LIMIT_REACHED, USE, id(2), LINES))),
                value(
                        Topics.ORDER_EVENTS,
                        SERDES.orderEvent(),
                        Largest.event(new OrderFact.OperatorActed(OperatorAction.COMPENSATE, text(64), REASON, LABEL))),
                value(Topics.PROMOTIONS, SERDES.promotion(), Largest.promotion()),
                value(Topics.MENU, SERDES.menuItem(), Largest.item()),
                value(Topics.CUSTOMERS, SERDES.customer(), customer()),
                value(
                        Topics.STOCK_COMMANDS,
                        SERDES.stockCommand(),
                        new StockCommand(HEAD, id(1), new StockRequest.Reserve(LINES))),
                value(Topics.STOCK_REPLIES, SERDES.reply(), Largest.reply()),
                value(Topics.STOCK_LEVELS, SERDES.stockLevel(), level()),
                value(Topics.PAYMENT_COMMANDS, SERDES.paymentCommand(), authorize()),
                value(Topics.PAYMENT_REPLIES, SERDES.reply(), Largest.reply()),
                value(
                        Topics.PAYMENT_LEDGER,
                        SERDES.ledgerEntry(),
                        new LedgerEntry(id(1), id(2), Movement.REFUNDED, MONEY, HEAD.commandId())),
                value(
                        Topics.SHIPPING_COMMANDS,
                        SERDES.shippingCommand(),
                        new ShippingCommand(HEAD, new ShippingRequest.Promise(id(1), LINES))),
                value(Topics.SHIPPING_REPLIES, SERDES.reply(), Largest.reply()),
                value(Topics.SHIPMENTS, SERDES.shipment(), SHIPMENT),
                value(Topics.NOTIFICATION_OUTBOX, SERDES.outboxMessage(), message()),
                value(Topics.NOTIFICATION_SENT, SERDES.sent(), new Sent(text(321), LATE, id(1), REASON)),
                value(Topics.CUSTOMER_ORDERS, SERDES.customerOrder(), listed()));
    }

    private static Stream<Arguments> rows() {
        return Stream.of(
                row(Stores.LIMIT_SLOTS, SERDES.slotWindow(), Largest.window()),
                row(
                        Stores.SAGAS,
                        SERDES.saga(),
                        new Saga(
                                new Purchase(
                                        id(1),
                                        id(2),
                                        id(3),
                                        Long.MIN_VALUE,
                                        id(4),
                                        LINES,
                                        MONEY,
                                        id(5),
                                        Long.MIN_VALUE,
                                        USE,
                                        Long.MIN_VALUE),
                                Integer.MIN_VALUE,
                                Long.MIN_VALUE,
                                LABEL,
                                true,
                                list(
                                        STEPS_MAX,
                                        i -> new StepState(
                                                id(i), StepStatus.COMPENSATED, Integer.MIN_VALUE, Long.MIN_VALUE)))),
                row(Stores.OUTLETS, SERDES.stockLevel(), level()),
                row(Stores.RESERVATIONS, SERDES.reservation(), reservation()),
                row(Stores.HELD_RESERVATIONS, SERDES.reservation(), reservation()),
                row(Stores.PAYMENTS, SERDES.payment(), payment()),
                row(Stores.HELD_PAYMENTS, SERDES.payment(), payment()),
                row(Stores.DELAYED_AUTHORIZATIONS, SERDES.paymentCommand(), authorize()),
                row(Stores.DELIVERY_PROMISES, SERDES.deliveryPromise(), new DeliveryPromise(State.PROMISED, SHIPMENT)),
                row(Stores.ENDED_DELIVERIES, SERDES.deliveryPromise(), new DeliveryPromise(State.DISPATCHED, SHIPMENT)),
                row(Stores.ARRANGED_DELIVERIES, SERDES.reply(), Largest.reply()),
                row(Stores.ORDER_CONTENTS, SERDES.orderContent(), Largest.content()),
                row(Stores.ORDER_VIEWS, SERDES.orderView(), view()),
                row(Stores.ORDER_FACTS, SERDES.orderEvent(), Largest.event(Largest.accepted())),
                row(Stores.CUSTOMER_ORDERS, SERDES.customerOrder(), listed()),
                row(Stores.SALES, SERDES.salesMinute(), Largest.sales()),
                row(Stores.SAGA_STEPS, SERDES.stepLoad(), Largest.load()),
                row(
                        Stores.STUCK_ORDERS,
                        SERDES.stuckOrder(),
                        new StuckOrder(id(1), id(2), LATE, list(STEPS_MAX, _ -> text(64)))),
                row(Stores.ORDER_MESSAGES, SERDES.orderMessage(), new OrderMessage(message(), LATE, LATE, REASON)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("values")
    void noValueIsLargerThanATopicTakes(String topicOrStore, String type, byte[] bytes) {
        assertThat(bytes.length).as("the largest %s of %s", type, topicOrStore).isLessThan(Topics.VALUE_BYTES_MAX);
    }

    @Test
    void everyTopicAndStoreHasItsLargestValueHere() {
        // given: these hold numbers, names of ours, or are bounded by being cut
        var small = Stream.of(
                Topics.VIEWS_SERVING,
                Topics.DEMAND_BY_ITEM,
                Topics.DEAD_LETTER,
                Stores.NEWEST_WINDOW,
                Stores.ITEM_DEMAND);
        var here = Stream.concat(values().map(value -> (String) value.get()[0]), small)
                .toList();

        // then
        assertThat(Topics.table(Clock.BROKER))
                .allSatisfy(topic -> assertThat(here)
                        .as(topic.name())
                        .anyMatch(name ->
                                topic.name().equals(name) || topic.name().endsWith("-" + name + "-changelog")));
    }

    private static <V> Arguments value(String topic, Serde<V> serde, V value) {
        return Arguments.of(
                topic, value.getClass().getSimpleName(), serde.serializer().serialize(topic, value));
    }

    private static <V> Arguments row(String store, Serde<V> serde, V value) {
        return value(store, serde, value);
    }

    private static PlaceOrder order() {
        return new PlaceOrder(id(1), id(2), id(3), id(4), LINES, id(5));
    }

    private static Customer customer() {
        return new Customer(NAME, NAME, NAME, NAME, NAME, NAME);
    }

    private static Message message() {
        return new Message(
                text(Message.ID_MAX),
                id(1),
                Channel.EMAIL,
                text(Message.LINE_MAX),
                text(Message.LINE_MAX),
                text(Message.BODY_MAX),
                id(2),
                text(64));
    }

    private static PaymentCommand authorize() {
        return new PaymentCommand(HEAD, new PaymentRequest.Authorize(MONEY, text(PaymentRequest.METHOD_MAX)));
    }

    private static Reservation reservation() {
        return new Reservation(
                LINES, Long.MIN_VALUE, false, list(StockRoom.COMMANDS_MAX, _ -> Largest.reply()), text(32));
    }

    private static Payment payment() {
        var attempt = new Attempt(HEAD.commandId(), Integer.MIN_VALUE, Long.MIN_VALUE, Largest.reply());
        return new Payment(null, null, null, true, true, list(PaymentProvider.COMMANDS_MAX, _ -> attempt));
    }

    private static StockLevel level() {
        var items = new TreeMap<String, ItemLevel>();
        list(StockRoom.ITEMS_MAX, Largest::id)
                .forEach(id -> items.put(id, new ItemLevel(0, Long.MAX_VALUE, Long.MAX_VALUE)));
        return new StockLevel(
                id(1),
                items,
                new Kitchen(Integer.MAX_VALUE, Long.MAX_VALUE, Long.MIN_VALUE, Long.MIN_VALUE, Integer.MAX_VALUE),
                list(StockLevel.OUTCOMES_MAX, _ -> new SupplyOutcome(text(32), text(64))));
    }

    private static OrderView view() {
        var lines = list(PlaceOrder.LINES_MAX, i -> new LineView(id(i), Integer.MIN_VALUE, Long.MIN_VALUE));
        var step = new StepView(text(64), StepStatus.COMPENSATED, Integer.MIN_VALUE, LABEL, LABEL, LATE);
        return new OrderView(
                id(1),
                id(2),
                Long.MIN_VALUE,
                OrderStatus.CANCELLING,
                LATE,
                LATE,
                new Ordered(id(3), Long.MIN_VALUE, id(4), lines, 100, MONEY, USE),
                RefusalReason.LIMIT_REACHED,
                LABEL,
                true,
                Integer.MIN_VALUE,
                list(STEPS_MAX, _ -> step),
                list(STEPS_MAX, _ -> text(64)));
    }

    private static CustomerOrder listed() {
        return new CustomerOrder(
                id(1),
                id(2),
                Long.MIN_VALUE,
                OrderStatus.CANCELLING,
                LATE,
                LATE,
                id(3),
                id(4),
                Integer.MIN_VALUE,
                MONEY,
                RefusalReason.LIMIT_REACHED,
                LABEL,
                true,
                Long.MIN_VALUE);
    }
}
