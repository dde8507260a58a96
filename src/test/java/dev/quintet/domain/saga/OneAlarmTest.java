package dev.quintet.domain.saga;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.domain.order.CancelOrder;
import dev.quintet.domain.order.Money;
import dev.quintet.domain.order.OperatorAction;
import dev.quintet.domain.order.OrderEvent;
import dev.quintet.domain.order.OrderFact;
import dev.quintet.domain.order.OrderLine;
import dev.quintet.domain.order.RepairOrder;
import dev.quintet.domain.participant.Reply;
import dev.quintet.domain.view.OrderView;
import dev.quintet.domain.view.StepView;
import dev.quintet.domain.view.StuckOrder;
import dev.quintet.harness.Facts;
import dev.quintet.harness.Seeds;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The saga, from which the metric is, its facts, and the views that fold them say the same of who needs an operator. */
final class OneAlarmTest {
    private static final Purchase PURCHASE = new Purchase(
            "o-1",
            "alice",
            "burger-day",
            0,
            "akaso-1",
            List.of(new OrderLine("classic", 1)),
            new Money(534, "EUR"),
            "tok_ok");

    private Saga saga = Orchestrator.begin(PURCHASE, 0).saga();
    private boolean closed;
    private @Nullable OrderView view;
    private @Nullable StuckOrder stuck;
    private final List<OrderFact> facts = new ArrayList<>();

    @Test
    void retryAtTheThresholdSilencesNoAlarm() {
        begin(2);
        yes("reserve-stock", "authorize-payment", "promise-delivery", "dispatch-delivery");
        for (int attempt = 1; attempt < 5; attempt++) {
            timePasses();
        }
        assertThat(calls()).isEmpty();

        repair(OperatorAction.RETRY, "capture-payment");
        assertThat(calls()).as("the operator's own attempt is given its time").isEmpty();
        timePasses();

        assertThat(calls()).containsExactly(new OrderFact.OperatorNeeded("capture-payment", 6));
        assertThat(SagaState.of(saga)).isEqualTo(SagaState.NEEDS_OPERATOR);

        repair(OperatorAction.RETRY, "capture-payment");
        timePasses();
        assertThat(calls()).as("and doubles none").hasSize(1);

        yes("capture-payment");
        assertThat(closed).isTrue();
        assertThat(stuck).isNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void metricViewAndFactsAgreeWhateverIsRetriedWhen(int version) {
        var random = Seeds.random("OneAlarmTest");
        for (int order = 0; order < 3_000; order++) {
            begin(version);
            for (int input = 0; input < 60 && !closed; input++) {
                take(anyInput(random));
            }
        }
    }

    private Progress anyInput(SplittableRandom random) {
        var label = any(Action.values(), random).label();
        return switch (random.nextInt(10)) {
            case 0 -> Orchestrator.cancel(saga, new CancelOrder("o-1", "alice", ""), now());
            case 1, 2, 3 -> {
                var action = random.nextInt(10) == 0 ? any(OperatorAction.values(), random) : OperatorAction.RETRY;
                yield Orchestrator.repair(saga, new RepairOrder("o-1", "alice", action, label, "", "olga"), now());
            }
            case 4 -> Orchestrator.reply(saga, reply(label, random.nextBoolean() ? "BUSY" : "DISPATCHED"), now());
            case 5 -> Orchestrator.reply(saga, reply(label, null), now());
            default -> Orchestrator.due(saga, saga.dueAt());
        };
    }

    private static <T> T any(T[] values, SplittableRandom random) {
        return values[random.nextInt(values.length)];
    }

    private void begin(int version) {
        view = null;
        stuck = null;
        closed = false;
        facts.clear();
        var begun = Orchestrator.begin(PURCHASE, SagaDefinition.of(version), 0);
        happens(1, Facts.accepted(version));
        saga = begun.saga();
        assertAgreed();
    }

    private void yes(String... labels) {
        for (var label : labels) {
            take(Orchestrator.reply(saga, reply(label, null), now()));
        }
    }

    private void repair(OperatorAction action, String label) {
        take(Orchestrator.repair(saga, new RepairOrder("o-1", "alice", action, label, "", "olga"), now()));
    }

    private void timePasses() {
        take(Orchestrator.due(saga, saga.dueAt()));
    }

    private void take(Progress progress) {
        long version = saga.version();
        for (var fact : progress.facts()) {
            happens(++version, fact);
        }
        saga = progress.saga();
        closed = progress.closed();
        if (closed) {
            assertThat(viewed().status().name())
                    .isEqualTo(SagaState.of(progress).name());
            assertThat(stuck).isNull();
        } else {
            assertAgreed();
        }
    }

    private void happens(long version, OrderFact fact) {
        facts.add(fact);
        var cause = new OrderEvent.Cause("order.commands", 0, 0);
        view = OrderView.apply(
                view, new OrderEvent("o-1", version, "alice", Instant.ofEpochMilli(version), cause, fact));
        stuck = StuckOrder.of(stuck, viewed());
    }

    private void assertAgreed() {
        var alarmed = saga.steps().stream()
                .filter(StepState::alarmed)
                .map(StepState::name)
                .toList();
        var sent = saga.steps().stream()
                .filter(step -> step.status() == StepStatus.SENT)
                .map(StepState::name)
                .toList();
        assertThat(viewed().status().name())
                .as("after %s", facts)
                .isEqualTo(SagaState.of(saga).name());
        assertThat(viewed().stuck()).as("after %s", facts).containsExactlyInAnyOrderElementsOf(alarmed);
        assertThat(stuck == null ? List.of() : stuck.steps()).isEqualTo(viewed().stuck());
        assertThat(viewed().steps().stream()
                        .filter(step -> step.status() == StepStatus.SENT)
                        .map(StepView::name))
                .as("after %s", facts)
                .containsExactlyInAnyOrderElementsOf(sent);
        assertThat(new HashSet<>(calls())).as("each call is told once").hasSameSizeAs(calls());
    }

    private List<OrderFact> calls() {
        return facts.stream().filter(OrderFact.OperatorNeeded.class::isInstance).toList();
    }

    private OrderView viewed() {
        if (view == null) {
            throw new IllegalStateException("Nothing happened");
        }
        return view;
    }

    private long now() {
        return saga.dueAt() == Long.MAX_VALUE ? 0 : saga.dueAt() - 1;
    }

    private static Reply reply(String label, @Nullable String reason) {
        return new Reply("o-1/" + label, "o-1", reason, null);
    }
}
