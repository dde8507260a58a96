package dev.quintet.http;

import static dev.quintet.harness.Hang.PATIENCE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.quintet.domain.order.Verdict;
import dev.quintet.harness.OrderBuilder;
import dev.quintet.local.EmbeddedBroker;
import dev.quintet.operations.TopicProvisioning;
import dev.quintet.wire.Clock;
import dev.quintet.wire.StubRegistry;
import dev.quintet.wire.TopicSpec;
import dev.quintet.wire.Topics;
import dev.quintet.wire.WireSerdes;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The intake on a real broker, with an orders service that a test can make misbehave. */
final class OrderIntakeIT {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final StubRegistry registry = StubRegistry.start();
    private final WireSerdes serdes = new WireSerdes(registry.configs());

    @SuppressWarnings("NullAway.Init")
    private EmbeddedBroker broker;

    @BeforeEach
    void start() throws InterruptedException {
        broker = EmbeddedBroker.start(folder, 0);
        apply(Topics.table(Clock.EVENT));
    }

    @AfterEach
    void stop() {
        broker.close();
        registry.close();
    }

    @Test
    void committedVerdictComesBackToWhoPlacedTheOrder() throws Exception {
        try (var orders = orders();
                var intake = intake("pod-1");
                var neighbour = intake("pod-1")) {
            var order = OrderBuilder.anOrder().build();
            var placedAt = Instant.parse("2016-03-02T10:00:00.123Z");

            var placed = intake.place(order, placedAt);
            var other = neighbour.place(OrderBuilder.anOrder().build());

            // then: each gets its own, although both read the same partition
            assertThat(verdict(placed)).isEqualTo(SampleVerdicts.accepted(order));
            assertThat(verdict(other).orderId()).isNotEqualTo(order.orderId());
            assertThat(placed.acknowledged()).isCompleted();
            assertThat(orders.seen()).anySatisfy(command -> {
                assertThat(new String(command.key(), UTF_8)).isEqualTo(order.customerId());
                assertThat(command.timestamp()).isEqualTo(placedAt.toEpochMilli());
            });
        }
    }

    @Test
    void verdictOfAnAbortedTransactionIsNeverShown() throws Exception {
        try (var orders = orders();
                var intake = intake("pod-1")) {
            orders.writeFirst(FakeOrders.Before.ABORTED_VERDICT);

            for (int i = 0; i < 50; i++) {
                assertThat(verdict(intake.place(OrderBuilder.anOrder().build())).customerId())
                        .isEqualTo(OrderBuilder.ALICE);
            }
        }
    }

    @Test
    void garbageAmongTheVerdictsIsSkippedAndCounted() throws Exception {
        try (var orders = orders();
                var intake = intake("pod-1")) {
            orders.writeFirst(FakeOrders.Before.GARBAGE);

            var order = OrderBuilder.anOrder().build();

            assertThat(verdict(intake.place(order))).isEqualTo(SampleVerdicts.accepted(order));
            assertThat(intake.unreadableVerdicts()).isPositive();
        }
    }

    @Test
    void brokerAwayIsToldAndOrdersPassAgainWhenItIsBack() throws Exception {
        try (var intake = intake("pod-1")) {
            int port = Integer.parseInt(broker.bootstrap().split(":", 2)[1]);
            try (var _ = orders()) {
                verdict(intake.place(OrderBuilder.anOrder().build()));
            }

            // when
            broker.close();

            // then
            for (int i = 0; i < 3; i++) {
                var placed = intake.place(OrderBuilder.anOrder().build());
                assertThatThrownBy(() -> placed.acknowledged().get(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                        .isInstanceOf(ExecutionException.class)
                        .hasCauseInstanceOf(IntakeUnavailableException.class);
                assertThat(placed.verdict()).isCompletedExceptionally();
            }
            assertThat(intake.waiting()).isZero();

            // when
            broker = EmbeddedBroker.start(folder, port);

            // then: by itself
            try (var _ = orders()) {
                await().atMost(PATIENCE)
                        .ignoreExceptions()
                        .untilAsserted(() -> assertThat(
                                        intake.place(OrderBuilder.anOrder().build())
                                                .verdict()
                                                .get(10, TimeUnit.SECONDS)
                                                .isAccepted())
                                .isTrue());
            }
        }
    }

    @Test
    void verdictThatIsCommittedWhileTheReaderCannotReachTheBrokerIsNotMissed() throws Exception {
        try (var intake = intake("pod-1")) {
            // given: an order that is taken, and a broker that goes before it is judged
            int port = Integer.parseInt(broker.bootstrap().split(":", 2)[1]);
            FakeOrders late = orders();
            late.pause();
            var placed = intake.place(OrderBuilder.anOrder().build());
            placed.acknowledged().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            broker.close();
            broker = EmbeddedBroker.start(folder, port);

            // when
            late.resume();

            // then
            assertThat(verdict(placed).isAccepted()).isTrue();
            late.close();
        }
    }

    @Test
    void missingTopicIsToldInOneLine() throws Exception {
        try (var empty = EmbeddedBroker.start(folder.resolve("empty"), 0)) {
            assertThatThrownBy(() -> OrderIntake.open(Map.of("bootstrap.servers", empty.bootstrap()), serdes, "pod-1"))
                    .isInstanceOf(IntakeUnavailableException.class)
                    .hasMessageContaining("quintet topics apply")
                    .hasMessageNotContaining("\n");
        }
    }

    @Test
    void intakeThatIsClosedLeavesNobodyWaiting() {
        CompletableFuture<Verdict> waiting;
        try (var intake = intake("pod-1")) {
            waiting = intake.place(OrderBuilder.anOrder().build()).verdict();
        }

        assertThat(waiting).isCompletedExceptionally();
    }

    @Test
    void timeBefore1970IsRefusedAndLeavesNobodyWaiting() {
        try (var intake = intake("pod-1")) {
            assertThatThrownBy(() -> intake.place(OrderBuilder.anOrder().build(), Instant.ofEpochMilli(-1)))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThat(intake.waiting()).isZero();
        }
    }

    private FakeOrders orders() {
        return new FakeOrders(broker.bootstrap(), serdes);
    }

    private OrderIntake intake(String instanceId) {
        return OrderIntake.open(Map.of("bootstrap.servers", broker.bootstrap()), serdes, instanceId);
    }

    private static Verdict verdict(OrderPlacement.Placed placed) throws Exception {
        return placed.verdict().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    private void apply(List<TopicSpec> topics) throws InterruptedException {
        try (var admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrap()))) {
            TopicProvisioning.apply(admin, topics);
        }
    }
}
