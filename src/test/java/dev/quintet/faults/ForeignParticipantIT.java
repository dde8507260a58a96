package dev.quintet.faults;

import static dev.quintet.harness.Hang.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.quintet.domain.order.OperatorAction;
import dev.quintet.domain.order.OrderCommand;
import dev.quintet.domain.order.RepairOrder;
import dev.quintet.harness.Exposition;
import dev.quintet.local.EmbeddedBroker;
import dev.quintet.wire.StubRegistry;
import dev.quintet.wire.Topics;
import dev.quintet.wire.WireSerdes;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/**
 * Somebody replaces payment without having read our code, well or badly, and orders come to their end. Some are given up
 * only after half a minute, so all are placed before the first fact is looked at.
 */
@TestInstance(Lifecycle.PER_CLASS)
final class ForeignParticipantIT {
    /** Each look reads everything. */
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);

    /** How many replies of {@link BadManners} are of no use, but for those to what it was asked without end. */
    private static final int USELESS = 2 + 1 + 1 + 1 + 3 + 3 + 1;

    private static final int GARBAGE = 3;

    private final StubRegistry registry = StubRegistry.start();
    private final BadManners manners = new BadManners();

    @SuppressWarnings("NullAway.Init")
    private EmbeddedBroker broker;

    @SuppressWarnings("NullAway.Init")
    private RunningServices services;

    @SuppressWarnings("NullAway.Init")
    private ForeignPayment payment;

    @SuppressWarnings("NullAway.Init")
    private CommittedRecords records;

    @BeforeAll
    void placeAll(@TempDir Path folder) throws Exception {
        broker = EmbeddedBroker.start(folder.resolve("kafka"), 0);
        var ours = List.of("orders", "stock", "shipping", "views");
        services = RunningServices.start(folder, broker.bootstrap(), registry.url(), Map.of(), ours);
        payment = ForeignPayment.start(broker.bootstrap(), registry.url(), manners);
        records = new CommittedRecords(broker.bootstrap(), registry.url());
        var shop = services.shop();
        assertThat(shop.postTo("/v1/outlets/akaso-1/stock", """
                {"lines":[{"itemId":"classic","quantity":100}]}""").status()).isIn(200, 202);
        await().atMost(PATIENCE).until(() -> !records.read("stock.levels").isEmpty());
        for (int i = 0; i < GARBAGE; i++) {
            payment.say("alice", new byte[] {0, 0, 0, (byte) i});
        }
        for (var order :
                List.of("too-late", "swapped", "repeated", "late", "early", "astray", "fickle", "relenting", "o-1")) {
            place(Posted.classic(order, order, "tok_ok"));
        }
        // Nobody ever brought anything to that outlet.
        place(new Posted("stubborn-1", "stubborn", "classic", "akaso-9", "tok_ok"));
        place(new Posted("stubborn-2", "stubborn", "classic", "akaso-9", "tok_ok"));
    }

    @AfterAll
    void stop() {
        if (payment != null) {
            payment.close();
        }
        if (services != null) {
            services.close();
        }
        if (broker != null) {
            broker.close();
        }
        registry.close();
    }

    @Test
    void ordersAreCompletedByAPaymentThatIsNotOurs() {
        assertThat(services.shop()
                        .post(new Posted("o-2", "o-1", "unicorn"))
                        .join()
                        .status())
                .isEqualTo(422);
        awaitEnd("o-1", "OrderCompleted");
        assertThat(payment.asked("o-1")).containsExactly("o-1 AuthorizePayment", "o-1 CapturePayment");
        OrderFacts.read(records).assertSound();
    }

    @Test
    void repliesThatBreakTheContractAreCountedAndNothingIsStuck() {
        // then
        for (var order : List.of("repeated", "late", "early", "astray", "fickle")) {
            awaitEnd(order, "OrderCompleted");
        }
        assertThat(payment.asked("early")).containsExactly("early AuthorizePayment", "early CapturePayment");
        assertThat(kinds("late")).contains("StepRetried authorize-payment", "StepSucceeded authorize-payment");
        for (var order : List.of("too-late", "swapped")) {
            awaitEnd(order, "OrderCancelled released");
            assertThat(kinds(order))
                    .contains("StepFailed authorize-payment", "StepCompensated authorize-payment")
                    .doesNotContain("StepSucceeded authorize-payment");
        }
        awaitEnd("relenting", "OrderCancelled released");
        assertThat(payment.asked("relenting")).containsExactly("relenting AuthorizePayment", "relenting VoidPayment");
        assertThat(services.shop()
                        .post(Posted.classic("after", "after", "tok_ok"))
                        .join()
                        .status())
                .isEqualTo(201);
        await().atMost(PATIENCE).until(() -> counted("quintet_ignored_replies_total") >= USELESS);
        assertThat(counted("quintet_dead_letters_total")).isEqualTo(GARBAGE);
        services.assertUnharmed();
        OrderFacts.read(records).assertSound();
    }

    private double counted(String metric) {
        return Exposition.parse(services.shop().text("/metrics")).sum(metric, "topic", Topics.PAYMENT_REPLIES);
    }

    @Test
    void anOrderThatCannotBeUndoneCallsAnOperatorWhoBringsItToItsEnd() throws Exception {
        // given
        for (var order : List.of("stubborn-1", "stubborn-2")) {
            await().pollInterval(LOOK_EVERY)
                    .atMost(PATIENCE)
                    .until(() -> kinds(order).contains("OperatorNeeded void-payment"));
        }
        assertThat(OrderFacts.read(records).open()).contains("stubborn-1", "stubborn-2");
        await().atMost(PATIENCE).until(this::stuck, List.of("stubborn-1", "stubborn-2")::equals);

        // when: one is settled by hand, and the other tried again once payment was mended
        repair("stubborn-1", OperatorAction.SKIP, "voided by phone");
        manners.mend();
        repair("stubborn-2", OperatorAction.RETRY, "payment was mended");

        // then
        awaitEnd("stubborn-1", "OrderCancelled released");
        awaitEnd("stubborn-2", "OrderCancelled released");
        await().atMost(PATIENCE).until(this::stuck, List::isEmpty);
        assertThat(kinds("stubborn-1"))
                .endsWith("OperatorActed SKIP void-payment by olga: voided by phone", "OrderCancelled released");
        assertThat(kinds("stubborn-2"))
                .endsWith(
                        "OperatorActed RETRY void-payment by olga: payment was mended",
                        "StepCompensated authorize-payment",
                        "OrderCancelled released");
        OrderFacts.read(records).assertSound();
    }

    /** What the list of those shows that need an operator. */
    private List<String> stuck() {
        return services.shop()
                .get("/v1/sagas/needs-operator")
                .body()
                .path("orders")
                .valueStream()
                .filter(order -> order.path("steps").path(0).asText().equals("authorize-payment"))
                .map(order -> order.path("orderId").asText())
                .toList();
    }

    private void place(Posted order) {
        await().atMost(PATIENCE).until(() -> services.shop().introduce(order.customerId()));
        assertThat(services.shop().post(order).join().status()).isEqualTo(201);
    }

    private void repair(String orderId, OperatorAction action, String reason) throws Exception {
        OrderCommand command = new RepairOrder(orderId, "stubborn", action, "void-payment", reason, "olga");
        var value = new WireSerdes(registry.configs())
                .orderCommand()
                .serializer()
                .serialize(Topics.ORDER_COMMANDS, command);
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", broker.bootstrap()),
                new StringSerializer(),
                new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(Topics.ORDER_COMMANDS, "stubborn", value))
                    .get();
        }
    }

    private void awaitEnd(String orderId, String end) {
        await().pollInterval(LOOK_EVERY)
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(kinds(orderId)).endsWith(end));
    }

    /** What happened to an order, oldest first: the kinds of its facts, and what each was about. */
    private List<String> kinds(String orderId) {
        return OrderFacts.read(records).of(orderId).stream()
                .map(OrderFacts.Fact::inWords)
                .toList();
    }
}
