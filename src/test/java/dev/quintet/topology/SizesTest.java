package dev.quintet.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.domain.notification.Channel;
import dev.quintet.domain.notification.Message;
import dev.quintet.domain.order.Money;
import dev.quintet.domain.order.OperatorAction;
import dev.quintet.domain.order.OrderFact;
import dev.quintet.domain.order.OrderLine;
import dev.quintet.domain.order.PricedLine;
import dev.quintet.domain.order.RepairOrder;
import dev.quintet.domain.participant.CommandHead;
import dev.quintet.domain.participant.Reply;
import dev.quintet.domain.payment.PaymentCommand;
import dev.quintet.domain.payment.PaymentRequest;
import dev.quintet.domain.shipping.ShippingCommand;
import dev.quintet.domain.shipping.ShippingRequest;
import dev.quintet.harness.Facts;
import dev.quintet.wire.PoisonRecordException;
import dev.quintet.wire.StubRegistry;
import dev.quintet.wire.Topics;
import dev.quintet.wire.WireSerdes;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each bound on what comes from outside, from both sides: what is at it is taken, and what is over it is poison or cut. */
final class SizesTest {
    private static final StubRegistry REGISTRY = StubRegistry.start();
    private static final WireSerdes SERDES = new WireSerdes(REGISTRY.configs());
    private static final List<OrderLine> ONE_LINE = List.of(new OrderLine("classic", 1));

    @AfterAll
    static void close() {
        REGISTRY.close();
    }

    /**
     * A bound.
     *
     * @param max the largest that is taken
     * @param value a record of such a size
     */
    record Bound<V>(
            String what, String topic, Decoding decoding, Serde<V> serde, String key, int max, IntFunction<V> value) {
        boolean takes(int size) {
            try {
                decoding.decode(topic, key.getBytes(UTF_8), serde.serializer().serialize(topic, value.apply(size)));
                return true;
            } catch (PoisonRecordException e) {
                assertThat(e.getMessage()).hasSizeLessThan(1_001);
                return false;
            }
        }

        @Override
        public String toString() {
            return topic + ": " + what;
        }
    }

    static Stream<Bound<?>> bounds() {
        return Stream.of(
                reply("command id", 256, size -> new Reply("c".repeat(size), "o-1", null, null)),
                reply("order id", 64, size -> new Reply("c", "o".repeat(size), null, null)),
                command("step", 64, size -> "s".repeat(size)),
                payment("command id", 256, size -> new CommandHead("c".repeat(size), "o-1", "alice"), 10),
                new Bound<>(
                        "method",
                        Topics.PAYMENT_COMMANDS,
                        decodePayments(),
                        SERDES.paymentCommand(),
                        "alice",
                        256,
                        size -> payment(head(), size, "EUR")),
                new Bound<>(
                        "currency",
                        Topics.PAYMENT_COMMANDS,
                        decodePayments(),
                        SERDES.paymentCommand(),
                        "alice",
                        3,
                        size -> payment(head(), 5, "E".repeat(size))),
                new Bound<>(
                        "lines",
                        Topics.SHIPPING_COMMANDS,
                        ShippingTopology.decode(SERDES),
                        SERDES.shippingCommand(),
                        "alice",
                        100,
                        size -> new ShippingCommand(head(), new ShippingRequest.Promise("akaso-1", lines(size)))),
                new Bound<>(
                        "command id",
                        Topics.SHIPPING_COMMANDS,
                        ShippingTopology.decode(SERDES),
                        SERDES.shippingCommand(),
                        "alice",
                        256,
                        size -> new ShippingCommand(
                                new CommandHead("c".repeat(size), "o-1", "alice"),
                                new ShippingRequest.Promise("akaso-1", ONE_LINE))),
                fact("lines", 100, size -> accepted(size, "EUR")),
                fact("currency", 3, size -> accepted(1, "E".repeat(size))),
                fact("step", 64, size -> new OrderFact.StepRetried("s".repeat(size), 2)),
                message("message id", 256, size -> mail(size, 1, 1, 1)),
                message("address", 500, size -> mail(1, size, 1, 1)),
                message("subject", 500, size -> mail(1, 1, size, 1)),
                message("body", 100_000, size -> mail(1, 1, 1, size)));
    }

    @ParameterizedTest
    @MethodSource("bounds")
    void whatIsAtTheBoundIsTakenAndWhatIsOverItIsPoison(Bound<?> bound) {
        assertThat(bound.takes(bound.max())).as("at the bound").isTrue();
        assertThat(bound.takes(bound.max() + 1)).as("just over").isFalse();
        assertThat(bound.takes(900_000 / (bound.what().equals("lines") ? 100 : 1)))
                .as("far over")
                .isFalse();
    }

    @Test
    void whatIsOnlyForPeopleIsCutAndTheAnswerStands() {
        var no = new Reply("c-1", "o-1", "N".repeat(600_000), null);
        var bytes = SERDES.reply().serializer().serialize(Topics.PAYMENT_REPLIES, no);

        var decoded = new DecodeReplies(SERDES.reply().deserializer())
                .decode(Topics.PAYMENT_REPLIES, "alice".getBytes(UTF_8), bytes);

        assertThat(decoded.value()).isEqualTo(new Reply("c-1", "o-1", "N".repeat(199) + "…", null));
    }

    private static CommandHead head() {
        return new CommandHead("c-1", "o-1", "alice");
    }

    private static Bound<Reply> reply(String what, int max, IntFunction<Reply> value) {
        return new Bound<>(
                what,
                Topics.PAYMENT_REPLIES,
                new DecodeReplies(SERDES.reply().deserializer()),
                SERDES.reply(),
                "alice",
                max,
                value);
    }

    private static Bound<?> command(String what, int max, IntFunction<String> step) {
        return new Bound<>(
                what,
                Topics.ORDER_COMMANDS,
                new DecodeCommands(SERDES.orderCommand().deserializer()),
                SERDES.orderCommand(),
                "alice",
                max,
                size -> new RepairOrder("o-1", "alice", OperatorAction.RETRY, step.apply(size), "", "olga"));
    }

    private static Bound<?> payment(String what, int max, IntFunction<CommandHead> head, int method) {
        return new Bound<>(
                what,
                Topics.PAYMENT_COMMANDS,
                decodePayments(),
                SERDES.paymentCommand(),
                "alice",
                max,
                size -> payment(head.apply(size), method, "EUR"));
    }

    private static PaymentCommand payment(CommandHead head, int method, String currency) {
        return new PaymentCommand(head, new PaymentRequest.Authorize(new Money(1, currency), "m".repeat(method)));
    }

    private static Decoding decodePayments() {
        return new DecodeParticipantCommands<>(PaymentTopology.contract(SERDES));
    }

    private static Bound<?> fact(String what, int max, IntFunction<OrderFact> fact) {
        return new Bound<>(
                what,
                Topics.ORDER_EVENTS,
                DecodeEvents.decoding(SERDES, "next"),
                SERDES.orderEvent(),
                "o-1",
                max,
                size -> Facts.of("o-1", "alice").then(fact.apply(size)).events().getFirst());
    }

    private static OrderFact accepted(int lines, String currency) {
        var accepted = Facts.accepted();
        return new OrderFact.Accepted(
                accepted.promotionId(),
                1,
                accepted.use(),
                accepted.outletId(),
                IntStream.range(0, lines)
                        .mapToObj(i -> new PricedLine("item-" + i, 1, 1))
                        .toList(),
                0,
                new Money(1, currency),
                accepted.paymentMethod(),
                accepted.sagaVersion());
    }

    private static List<OrderLine> lines(int size) {
        return IntStream.range(0, size)
                .mapToObj(i -> new OrderLine("item-" + i, 1))
                .toList();
    }

    private static Bound<?> message(String what, int max, IntFunction<Message> message) {
        return new Bound<>(
                what,
                Topics.NOTIFICATION_OUTBOX,
                DecodeMessages.of(SERDES, "next"),
                SERDES.outboxMessage(),
                "o-1/t",
                max,
                message);
    }

    private static Message mail(int id, int to, int subject, int body) {
        return new Message(
                "i".repeat(id),
                "alice",
                Channel.EMAIL,
                "a".repeat(to),
                "s".repeat(subject),
                "b".repeat(body),
                "o-1",
                "t");
    }
}
