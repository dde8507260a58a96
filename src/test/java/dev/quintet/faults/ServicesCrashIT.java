package dev.quintet.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.quintet.harness.Seeds;
import dev.quintet.local.EmbeddedBroker;
import dev.quintet.mail.MailServer;
import dev.quintet.wire.StubRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
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
 * all are killed, and orders go on and come to truthful ends. {@code -Dquintet.services.rounds=N} kills each of them, and all
 * at once, N times.
 */
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
final class ServicesCrashIT {
    private static final int ROUNDS = Integer.getInteger("quintet.services.rounds", 1);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** Some pay by a card that is declined, slow or answered at the third attempt, and the second outlet soon has nothing left. */
    private static final Load.Pattern ALL_SORTS = new Load.Pattern(40, 400, ServicesCrashIT::anyOrder);

    private static final int PARTITIONS = 4;

    private final SplittableRandom random = Seeds.random("ServicesCrashIT");
    private final StubRegistry registry = StubRegistry.start();
    private final MailServer mail = new MailServer();
    private final Ledger ledger = new Ledger();
    private final Map<String, Long> brought = new HashMap<>();

    @SuppressWarnings("NullAway.Init")
    private EmbeddedBroker broker;

    @SuppressWarnings("NullAway.Init")
    private ServiceProcesses services;

    @SuppressWarnings("NullAway.Init")
    private CommittedRecords records;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        mail.start();
        broker = EmbeddedBroker.start(folder.resolve("kafka"), 0);
        records = new CommittedRecords(broker.bootstrap(), registry.url());
        services = ServiceProcesses.start(
                folder,
                Map.of(
                        "bootstrap.servers",
                        broker.bootstrap(),
                        "schema.registry.url",
                        registry.url(),
                        "smtp.port",
                        String.valueOf(mail.port())));
        Deployment.announce(services.shop(), "classic", "cheese");
        bring("akaso-1", 1_000_000);
        bring("akaso-2", 50);
        await().atMost(PATIENCE)
                .until(() -> StockSums.read(records).levels().keySet().equals(brought.keySet()));
        await().atMost(PATIENCE).until(() -> place(Posted.classic("first", "first", "tok_ok")) == 201);
        awaitCompleted(List.of("first"));
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
        // given
        var neighbours = neighbours(7);
        assertThat(place(Posted.classic("silent", neighbours.get(0), "tok_timeout")))
                .isEqualTo(201);
        assertThat(place(Posted.classic("slow", neighbours.get(1), "tok_slow"))).isEqualTo(201);

        // when
        var good = new ArrayList<String>();
        for (var customer : neighbours.subList(2, 7)) {
            good.add("good-" + good.size());
            assertThat(place(Posted.classic(good.getLast(), customer, "tok_ok")))
                    .isEqualTo(201);
        }
        awaitCompleted(Stream.concat(good.stream(), Stream.of("slow")).toList());

        // then
        var facts = OrderFacts.read(records);
        long slowPaid = timeOf(facts, "slow", "StepSucceeded", "authorize-payment");
        assertThat(good)
                .allSatisfy(order ->
                        assertThat(timeOf(facts, order, "OrderCompleted", "")).isLessThan(slowPaid));
        assertThat(facts.open()).containsExactly("silent");
    }

    @Test
    @Order(2)
    void ordersAreJudgedWhileAParticipantIsAwayAndCompletedOnceItIsBack() {
        // when
        services.kill9(List.of("stock"));
        var orders = IntStream.range(0, 5).mapToObj(i -> "meanwhile-" + i).toList();
        for (var order : orders) {
            assertThat(place(Posted.classic(order, order, "tok_ok"))).isEqualTo(201);
        }
        await().atMost(PATIENCE).until(() -> {
            var facts = OrderFacts.read(records);
            return orders.stream().allMatch(order -> has(facts, order, "StepSucceeded", "authorize-payment"));
        });
        assertThat(OrderFacts.read(records).open()).containsAll(orders);

        // then
        services.start(List.of("stock"));
        awaitCompleted(orders);
    }

    @Test
    @Order(3)
    void ordersGoOnWhileTheMailServerIsAwayAndTheirMailsFollow() {
        // when
        mail.goAway();
        var orders = IntStream.range(0, 30).mapToObj(i -> "unheard-" + i).toList();
        for (var order : orders) {
            assertThat(place(Posted.classic(order, order, "tok_ok"))).isEqualTo(201);
        }
        awaitCompleted(orders);
        var wanted = orders.stream().map(Mails::confirmed).toList();
        assertThat(mail.messageIds()).doesNotContainAnyElementsOf(wanted);
        mail.start();

        // then
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(mail.messageIds()).containsAll(wanted));
        assertThat(mail.messageIds()).doesNotHaveDuplicates();
    }

    @Test
    @Order(4)
    void everyAcceptedOrderComesToATruthfulEndWhateverIsKilled() {
        long begun = System.nanoTime();
        for (int round = 1; round <= ROUNDS; round++) {
            bring("akaso-2", 20);
            for (int silent = 0; silent < 5; silent++) {
                var order = "silent-" + round + "-" + silent;
                place(Posted.classic(order, order, "tok_timeout"));
            }
            try (var load = new Load(services.shop(), ledger, "r" + round, random.split(), ALL_SORTS)) {
                for (var service : ServiceProcesses.ALL) {
                    killInTheMiddleOf(load, List.of(service));
                }
                killInTheMiddleOf(load, ServiceProcesses.ALL);
            }
            print("round " + round + ": " + ledger.entries().size() + " orders posted");
        }
        var repetition = new Repetition(services.shop(), ledger);
        repetition.settle();
        repetition.requireSameVerdicts();
        var seen = new Audit(records, ledger, new Mails(mail), brought).assertTruthfulEnds();
        print(seen + ", in " + Duration.ofNanos(System.nanoTime() - begun).toSeconds() + " s");
    }

    private void killInTheMiddleOf(Load load, List<String> some) {
        int enough = load.answered() + 20 + random.nextInt(80);
        await().atMost(PATIENCE).until(() -> load.answered() >= enough);
        services.kill9(some);
        services.start(some);
        services.awaitRunning(some);
    }

    private static Posted anyOrder(SplittableRandom dice, String orderId, String customerId) {
        var item = List.of("classic", "cheese").get(dice.nextInt(2));
        var outlet = dice.nextInt(8) == 0 ? "akaso-2" : "akaso-1";
        int method = dice.nextInt(100);
        return new Posted(
                orderId,
                customerId,
                dice.nextInt(20) == 0 ? "unicorn" : item,
                outlet,
                method < 10 ? "tok_declined" : method < 15 ? "tok_slow" : method < 17 ? "tok_flaky" : "tok_ok");
    }

    /** Introduces the customer, posts the order and gives the status that it was answered with. */
    private int place(Posted order) {
        assertThat(services.shop().introduce(order.customerId())).isTrue();
        ledger.posted(order);
        var answer = services.shop().post(order).join();
        ledger.answered(order, answer);
        return answer.status();
    }

    private void bring(String outlet, long quantity) {
        for (var item : List.of("classic", "cheese")) {
            var json = "{\"lines\":[{\"itemId\":\"%s\",\"quantity\":%d}]}".formatted(item, quantity);
            assertThat(services.shop()
                            .postTo("/v1/outlets/" + outlet + "/stock", json)
                            .status())
                    .isEqualTo(202);
            brought.merge(outlet + "/" + item, quantity, Long::sum);
        }
    }

    private void awaitCompleted(Collection<String> orders) {
        await().atMost(PATIENCE)
                .until(() -> OrderFacts.read(records).ended("OrderCompleted").containsAll(orders));
    }

    private static boolean has(OrderFacts facts, String orderId, String kind, String detail) {
        return facts.of(orderId).stream()
                .anyMatch(fact -> fact.kind().equals(kind) && fact.detail().equals(detail));
    }

    private static long timeOf(OrderFacts facts, String orderId, String kind, String detail) {
        return facts.of(orderId).stream()
                .filter(fact -> fact.kind().equals(kind) && fact.detail().equals(detail))
                .findFirst()
                .orElseThrow()
                .atMillis();
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
