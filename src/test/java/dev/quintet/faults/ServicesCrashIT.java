package dev.quintet.faults;

import static dev.quintet.harness.Hang.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.quintet.harness.Seeds;
import dev.quintet.local.EmbeddedBroker;
import dev.quintet.mail.MailServer;
import dev.quintet.wire.StubRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.common.utils.Utils;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each service as a process of its own, on a real broker, with a real mail server: one is slow, one is away, one is killed,
 * all are killed, and orders go on and come to truthful ends. {@code -Dquintet.services.rounds=N} kills more often: one
 * after the other, and in each seventh round and the last all at once.
 */
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
final class ServicesCrashIT {
    private static final int ROUNDS = Integer.getInteger("quintet.services.rounds", 2);

    /** Those with most to lose first, so that a short run kills them alone too. */
    private static final List<List<String>> IN_TURN = Stream.concat(
                    Stream.of("orders", "notification", "stock", "payment", "shipping", "views")
                            .map(List::of),
                    Stream.of(ServiceProcesses.ALL))
            .toList();

    /** A short run spares orders that take long to come to their end. */
    private static final Load.Pattern ALL_SORTS = new Load.Pattern(25, 120, new AllSorts(ROUNDS >= IN_TURN.size()));

    private static final int PARTITIONS = 4;

    private final SplittableRandom random = Seeds.random("ServicesCrashIT");
    private final StubRegistry registry = StubRegistry.start();
    private final MailServer mail = new MailServer();

    @SuppressWarnings("NullAway.Init")
    private EmbeddedBroker broker;

    @SuppressWarnings("NullAway.Init")
    private ServiceProcesses services;

    @SuppressWarnings("NullAway.Init")
    private Sales sales;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        mail.start();
        broker = EmbeddedBroker.start(folder.resolve("kafka"), 0);
        services = ServiceProcesses.start(
                folder,
                Map.of(
                        "bootstrap.servers",
                        broker.bootstrap(),
                        "schema.registry.url",
                        registry.url(),
                        "smtp.port",
                        String.valueOf(mail.port())));
        sales = new Sales(services.shop(), new CommittedRecords(broker.bootstrap(), registry.url()));
        sales.open();
    }

    @AfterAll
    void stop() {
        if (services != null) {
            services.close();
        }
        if (broker != null) {
            broker.close();
        }
        mail.close();
        registry.close();
    }

    @Test
    @Order(1)
    void slowAndSilentPaymentsHoldUpNobodyElseInTheirPartition() {
        var neighbours = neighbours(60).iterator();

        // A machine may stand still for as long as the silent payment is waited for; then one more try is needed.
        await().atMost(PATIENCE).until(() -> {
            // given
            var silent = place("silent", neighbours.next(), "tok_timeout");
            var slow = place("slow", neighbours.next(), "tok_slow");

            // when
            var good = Stream.generate(() -> place("good", neighbours.next(), "tok_ok"))
                    .limit(3)
                    .toList();
            sales.awaitCompleted(good);

            // then
            boolean overtook = sales.facts().open().contains(silent);
            sales.awaitCompleted(List.of(slow));
            return overtook;
        });
    }

    /** Places an order of a customer, and gives its id. */
    private String place(String kind, String customer, String payment) {
        var order = kind + "-of-" + customer;
        sales.place(Posted.classic(order, customer, payment));
        return order;
    }

    @Test
    @Order(2)
    void ordersAreJudgedWhileAParticipantIsAwayAndComeToTheirEndOnceItIsBack() {
        // when
        services.kill9(List.of("stock"));
        var orders = IntStream.range(0, 5).mapToObj(i -> "meanwhile-" + i).toList();
        for (var order : orders) {
            sales.place(Posted.classic(order, order, "tok_ok"));
        }
        assertThat(sales.facts().ended("OrderCompleted")).doesNotContainAnyElementsOf(orders);
        services.start(List.of("stock"));

        // then
        await().atMost(PATIENCE).until(() -> sales.facts().open().isEmpty());
        for (var order : orders) {
            var told = sales.facts().of(order).stream()
                    .map(OrderFacts.Fact::inWords)
                    .toList();
            // A machine may be slower than stock is waited for; then the order is undone, and holds nothing.
            if (told.contains("StepFailed reserve-stock")) {
                assertThat(told).endsWith("OrderCancelled released");
            } else {
                assertThat(told)
                        .containsSubsequence(
                                "StepSucceeded authorize-payment", "StepSucceeded reserve-stock", "OrderCompleted");
            }
        }
        sales.place(Posted.classic("afterwards", "afterwards", "tok_ok"));
        sales.awaitCompleted(List.of("afterwards"));
    }

    @Test
    @Order(3)
    void ordersGoOnWhileTheMailServerIsAwayAndTheirMailsFollow() {
        // when
        mail.goAway();
        var orders = IntStream.range(0, 20).mapToObj(i -> "unheard-" + i).toList();
        for (var order : orders) {
            sales.place(Posted.classic(order, order, "tok_ok"));
        }
        sales.awaitCompleted(orders);
        var wanted = orders.stream().map(Mails::confirmed).toList();
        assertThat(mail.messageIds()).doesNotContainAnyElementsOf(wanted);
        mail.start();

        // then
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(mail.messageIds()).containsAll(wanted));
        new Mails(mail).assertNoneTwiceOnceConfirmed(sales.records());
    }

    @Test
    @Order(4)
    void everyAcceptedOrderComesToATruthfulEndWhateverIsKilled() {
        long begun = System.nanoTime();
        for (int first = 0; first < ROUNDS; first += IN_TURN.size()) {
            sales.bring("akaso-2", 20);
            try (var load = new Load(sales.shop(), sales.ledger(), "r" + first, random.split(), ALL_SORTS)) {
                for (int round = first; round < Math.min(ROUNDS, first + IN_TURN.size()); round++) {
                    boolean isLast = round == ROUNDS - 1;
                    killInTheMiddleOf(load, isLast ? ServiceProcesses.ALL : IN_TURN.get(round - first));
                }
            }
        }
        var repetition = new Repetition(sales.shop(), sales.ledger());
        repetition.settle();
        repetition.requireSameVerdicts();
        var seen = new Audit(sales, new Mails(mail)).assertTruthfulEnds();
        print(ROUNDS + " kills, " + seen + ", in "
                + Duration.ofNanos(System.nanoTime() - begun).toSeconds() + " s");
    }

    private void killInTheMiddleOf(Load load, List<String> some) {
        int enough = load.answered() + 20 + random.nextInt(80);
        await().atMost(PATIENCE).until(() -> load.answered() >= enough);
        long killed = System.nanoTime();
        services.kill9(some);
        services.start(some);
        services.awaitRunning(some);
        var back = Duration.ofNanos(System.nanoTime() - killed);
        print(String.format(
                Locale.ROOT, "%s back after %d ms, %d answered so far", some, back.toMillis(), load.answered()));
    }

    /** Customers whose records lie in the same partition of every topic that is keyed by customer. */
    private static List<String> neighbours(int count) {
        return IntStream.iterate(0, i -> i + 1)
                .mapToObj(i -> "neighbour-" + i)
                .filter(id -> Utils.toPositive(Utils.murmur2(Utils.utf8(id))) % PARTITIONS == 0)
                .limit(count)
                .toList();
    }

    private static void print(String what) {
        System.out.println("ServicesCrashIT: " + what);
    }
}
