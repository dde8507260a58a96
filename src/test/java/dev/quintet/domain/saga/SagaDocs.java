package dev.quintet.domain.saga;

import dev.quintet.domain.order.CancelOrder;
import dev.quintet.domain.order.Money;
import dev.quintet.domain.order.OperatorAction;
import dev.quintet.domain.order.OrderFact;
import dev.quintet.domain.order.RepairOrder;
import dev.quintet.domain.participant.Reply;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The page about the saga: its definition, and what every input does in every state, by asking the orchestrator. */
final class SagaDocs {
    private static final Purchase PURCHASE =
            new Purchase("o-1", "alice", "burger-day", 0, "akaso-1", List.of(), new Money(267, "EUR"), "tok_ok");

    /** Steps do not fail after the pivot, and an operator who undoes the order leaves none in doubt that can be undone. */
    private static final List<StepStatus> AFTER_THE_PIVOT = List.of(
            StepStatus.SENT, StepStatus.SUCCEEDED, StepStatus.COMPENSATING, StepStatus.COMPENSATED, StepStatus.SKIPPED);

    private static final long DUE = 1_000_000;
    private static final long LATER = 2_000_000;

    private SagaDocs() {}

    static String page() {
        var definition = SagaDefinition.current();
        var page = new StringBuilder(String.format(Locale.ROOT, """
                # The saga

                What happens to an accepted order. Generated from `SagaDefinition` and `Orchestrator`; a test fails when it differs.

                ## Definition, version %d

                | stage | step | undone by | first timeout | attempts |
                |---|---|---|---|---|
                """, definition.version()));
        int number = 0;
        for (var stage : definition.stages()) {
            number++;
            switch (stage) {
                case Stage.Pivot() ->
                    page.append(String.format(Locale.ROOT, "| %d | *confirm*, the pivot | | | |%n", number));
                case Stage.Parallel(var steps) -> {
                    for (var step : steps) {
                        page.append(row(number, step));
                    }
                }
            }
        }
        page.append(String.format(Locale.ROOT, "| %d | *complete* | | | |%n", number + 1));
        page.append("""

                Each wait is twice as long as the one before, 5 minutes at most, and up to a tenth longer by a jitter that follows from the ids.
                After the pivot, and to undo something, there is no last attempt: after the number above an operator is called, and it
                is tried on. A step that was given up without an answer is undone like one that was done: commands of one order reach
                a participant in order, so its answer to the second settles what became of the first.

                An operator who undoes an order after the pivot has its delivery recalled first: `dispatch-delivery` is not asked for again,
                `cancel-delivery` is asked for, and all else goes on. When shipping answers OK, nothing will leave, and the rest is undone. When
                it answers NO with DISPATCHED, the delivery has left, `dispatch-delivery` is done, and the order goes on forward. So no order is
                ever cancelled whose delivery leaves.

                ## Earlier versions

                A saga ends by the version that it began with, which `OrderAccepted` names. In version 1 nobody promised a delivery: after the
                pivot came `capture-payment` and `arrange-delivery`, which nothing takes back. Such an order can't be undone after its pivot
                any more; the command of the operator is answered by `CancelRefused`.
                """);
        table(page, "Before the pivot: `authorize-payment` in each state", false, "authorize-payment");
        table(page, "After the pivot: `capture-payment` in each state", true, "capture-payment");
        return page.toString();
    }

    private static String row(int stage, Step step) {
        var compensation = step.compensation();
        return String.format(
                Locale.ROOT,
                "| %d | `%s` | %s | %d s | %d |%n",
                stage,
                step.name(),
                compensation == null ? "" : "`" + compensation.label() + "`",
                step.timeout().toSeconds(),
                step.attempts());
    }

    private static void table(StringBuilder page, String title, boolean confirmed, String name) {
        var statuses = confirmed ? AFTER_THE_PIVOT : List.of(StepStatus.values());
        page.append("%n## %s%n%nFacts, then what participants are asked (`→`). Empty: nothing changes.%n%n"
                .formatted(title));
        page.append("| | ").append(statuses.stream().map(Enum::name).collect(Collectors.joining(" | ")));
        page.append(" |%n|---|%s%n".formatted("---|".repeat(statuses.size())));
        inputs(name).forEach((input, effect) -> {
            var cells = statuses.stream().map(status -> cell(saga(confirmed, name, status), effect));
            page.append("| %s | %s |%n".formatted(input, cells.collect(Collectors.joining(" | "))));
        });
    }

    private static Map<String, Function<Saga, Progress>> inputs(String name) {
        var inputs = new LinkedHashMap<String, Function<Saga, Progress>>();
        var undoing = SagaDefinition.current().step(name).compensation();
        var undo = undoing == null ? "" : undoing.label();
        inputs.put("done", saga -> Orchestrator.reply(saga, new Reply("o-1/" + name, "o-1", null, null), 1));
        inputs.put("refused", saga -> Orchestrator.reply(saga, new Reply("o-1/" + name, "o-1", "DECLINED", null), 1));
        inputs.put("undone", saga -> Orchestrator.reply(saga, new Reply("o-1/" + undo, "o-1", null, null), 1));
        inputs.put(
                "undoing refused", saga -> Orchestrator.reply(saga, new Reply("o-1/" + undo, "o-1", "BUSY", null), 1));
        inputs.put("time is up", saga -> Orchestrator.due(saga, DUE));
        inputs.put("customer cancels", saga -> Orchestrator.cancel(saga, new CancelOrder("o-1", "alice", ""), 1));
        for (var action : OperatorAction.values()) {
            inputs.put(
                    "operator: " + action,
                    saga -> Orchestrator.repair(saga, new RepairOrder("o-1", "alice", action, name, "", "olga"), 1));
        }
        return inputs;
    }

    /** A saga in which a step can be in this state: what else was begun is where it is then. */
    private static Saga saga(boolean confirmed, String name, StepStatus status) {
        var others = confirmed ? List.of("reserve-stock", "authorize-payment") : List.of("reserve-stock");
        var steps = new ArrayList<StepState>();
        for (var other : others) {
            steps.add(new StepState(other, StepStatus.SUCCEEDED, 1, 0));
        }
        boolean isUndone = List.of(StepStatus.COMPENSATING, StepStatus.COMPENSATED, StepStatus.SKIPPED)
                .contains(status);
        boolean isForward = status == StepStatus.SENT || status == StepStatus.SUCCEEDED;
        switch (status) {
            case COMPENSATING -> {}
            case COMPENSATED, SKIPPED ->
                steps.set(others.size() - 1, new StepState(others.getLast(), StepStatus.COMPENSATING, 1, LATER));
            case SENT, SUCCEEDED, FAILED, IN_DOUBT -> {
                var open = new StepState(confirmed ? "dispatch-delivery" : "reserve-stock", StepStatus.SENT, 1, LATER);
                steps.removeIf(step -> step.name().equals(open.name()));
                steps.add(open);
            }
        }
        boolean waits = status == StepStatus.SENT || status == StepStatus.COMPENSATING;
        steps.add(new StepState(name, status, 1, waits ? DUE : 0));
        var promise = isUndone ? StepStatus.COMPENSATED : StepStatus.SUCCEEDED;
        steps.add(new StepState("promise-delivery", promise, 1, 0));
        return new Saga(
                PURCHASE, SagaDefinition.current().version(), 3, isForward ? null : "DECLINED", confirmed, steps);
    }

    private static String cell(Saga saga, Function<Saga, Progress> input) {
        var progress = input.apply(saga);
        if (progress.isNothing(saga)) {
            return "";
        }
        var facts = progress.facts().stream().map(SagaDocs::inWords).collect(Collectors.joining(", "));
        var actions = progress.actions().stream().map(Action::label).collect(Collectors.joining(", "));
        return facts + (actions.isEmpty() ? "" : " → `" + actions + "`");
    }

    private static String inWords(OrderFact fact) {
        return fact.getClass().getSimpleName();
    }
}
