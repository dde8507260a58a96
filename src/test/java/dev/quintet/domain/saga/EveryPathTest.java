package dev.quintet.domain.saga;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.domain.order.CancelOrder;
import dev.quintet.domain.order.Money;
import dev.quintet.domain.order.OperatorAction;
import dev.quintet.domain.order.OrderFact;
import dev.quintet.domain.order.OrderLine;
import dev.quintet.domain.order.RepairOrder;
import dev.quintet.domain.saga.Progress.SlotFate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every order in which commands can be done, refused, lost and answered late, twice or never, with a cancellation and an
 * operator's command at every point. What is found equal in all that matters is gone through once and counted as often
 * as it is reached.
 */
final class EveryPathTest {
    /** After so many attempts at what is tried without end, everything is heard: the rest would only repeat itself. */
    private static final int DEAF_ATTEMPTS = 2;

    private static final Purchase PURCHASE = new Purchase(
            World.ORDER,
            "alice",
            "burger-day",
            0,
            "akaso-1",
            List.of(new OrderLine("classic", 1)),
            new Money(267, "EUR"),
            "tok_ok");

    /** A point of a path. */
    private record Point(Saga saga, World world, boolean mayCancel, boolean mayRepair, boolean skipped, int slots) {
        /** All that matters for what can follow: not the time, but who is next. */
        String key() {
            var next = saga.dueAt();
            var steps = new StringBuilder();
            for (var step : saga.steps()) {
                steps.append(step.name()).append(step.status()).append(step.attempt());
                steps.append(step.dueAt() == next ? "!" : " ");
            }
            return steps + " " + saga.cancelCause() + saga.confirmed() + mayCancel + mayRepair + skipped + slots
                    + world;
        }
    }

    private final Map<String, Double> pathsFrom = new HashMap<>();
    private final Map<String, Integer> ends = new HashMap<>();

    @ParameterizedTest
    @CsvSource({"1, 2147483647", "2, 3"})
    void everyPathEndsInOneTruthfulEnd(int version, int mishaps) {
        var begun = Orchestrator.begin(PURCHASE, SagaDefinition.of(version), 0);
        double paths = 0;
        var nothing = new Point(begun.saga(), World.empty(mishaps), true, true, false, 0);
        for (var world : fates(World.empty(mishaps), begun.actions(), begun.saga())) {
            paths += follow(new Point(begun.saga(), world, true, true, false, nothing.slots()), 0);
        }
        System.out.printf(
                "EveryPathTest %d: %,.0f paths through %,d points; ends %s%n", version, paths, pathsFrom.size(), ends);
        assertThat(paths).isGreaterThan(1_000_000);
        assertThat(ends.keySet()).contains("Completed", "Cancelled NO", "Cancelled NO_REPLY");
        assertThat(ends.keySet()).contains("Cancelled CANCELLED_BY_CUSTOMER", "Cancelled CANCELLED_BY_OPERATOR");
    }

    private double follow(Point point, int depth) {
        var key = point.key();
        var known = pathsFrom.get(key);
        if (known != null) {
            return known;
        }
        assertThat(depth).as("S1: %s goes on for ever", key).isLessThan(100);
        double paths = 0;
        var saga = point.saga();
        for (var reply : new LinkedHashSet<>(point.world().underway())) {
            var world = point.world().delivered(reply);
            paths += take(point, world, Orchestrator.reply(saga, reply, now(saga)), depth);
        }
        if (saga.dueAt() != Long.MAX_VALUE && !isHeardByNow(saga)) {
            paths += take(point, point.world(), Orchestrator.due(saga, saga.dueAt()), depth);
        }
        if (point.mayCancel()) {
            var after = new Point(saga, point.world(), false, mayStillRepair(point), point.skipped(), point.slots());
            var cancel = new CancelOrder(World.ORDER, "alice", "changed my mind");
            paths += take(after, point.world(), Orchestrator.cancel(saga, cancel, now(saga)), depth);
        }
        if (point.mayRepair()) {
            paths += repairs(point, depth);
        }
        assertThat(paths).as("S1: nothing can follow %s", key).isPositive();
        pathsFrom.put(key, paths);
        if (pathsFrom.size() % 100_000 == 0) {
            System.out.println("EveryPathTest: " + pathsFrom.size() + " points");
        }
        return paths;
    }

    /** Where mishaps are bounded, either the customer or an operator steps in. */
    private static boolean mayStillRepair(Point point) {
        return point.mayRepair() && point.world().isUnbounded();
    }

    private static boolean mayStillCancel(Point point) {
        return point.mayCancel() && point.world().isUnbounded();
    }

    private double repairs(Point point, int depth) {
        double paths = 0;
        for (var action : OperatorAction.values()) {
            for (var step : point.saga().steps()) {
                var command = new RepairOrder(World.ORDER, "alice", action, step.name(), "stuck", "olga");
                var progress = Orchestrator.repair(point.saga(), command, now(point.saga()));
                if (!progress.isNothing(point.saga())) {
                    boolean skipped = action == OperatorAction.SKIP;
                    var after = new Point(
                            point.saga(), point.world(), mayStillCancel(point), false, skipped, point.slots());
                    paths += take(after, point.world(), progress, depth);
                }
            }
        }
        return paths;
    }

    private double take(Point from, World world, Progress progress, int depth) {
        var before = from.saga();
        assertThat(progress.saga().version())
                .as("versions have no gap")
                .isEqualTo(before.version() + progress.facts().size());
        int slots = from.slots() + (progress.slot() == SlotFate.UNCHANGED ? 0 : 1);
        assertThat(slots).as("L3: the slot is confirmed or released once").isLessThanOrEqualTo(1);
        double paths = 0;
        for (var after : fates(world, progress.actions(), progress.saga())) {
            var point = new Point(progress.saga(), after, from.mayCancel(), from.mayRepair(), from.skipped(), slots);
            if (progress.closed()) {
                end(point, progress);
                paths++;
            } else {
                assertThat(progress.facts()).noneMatch(OrderFact::endsOrder);
                paths += follow(point, depth + 1);
            }
        }
        return paths;
    }

    private void end(Point point, Progress progress) {
        assertThat(progress.facts().stream().filter(OrderFact::endsOrder))
                .as("S1, S2: one end")
                .hasSize(1);
        assertThat(point.slots()).as("L3: the slot's fate is decided").isEqualTo(1);
        var effects = point.world().effects();
        var last = progress.facts().getLast();
        ends.merge(
                last instanceof OrderFact.Cancelled(var cause, var _) ? "Cancelled " + cause : "Completed",
                1,
                Integer::sum);
        if (point.skipped()) {
            return;
        }
        if (last instanceof OrderFact.Cancelled) {
            assertThat(effects)
                    .as("S3, M1, K1: nothing is held or owed, and nothing leaves, after %s", point.key())
                    .isEmpty();
        } else {
            var all = SagaDefinition.of(point.saga().definition()).steps();
            assertThat(effects)
                    .as("M1, K1: all of it was done")
                    .containsExactlyInAnyOrderElementsOf(
                            all.stream().map(Step::action).toList());
            assertThat(point.world().undone()).as("S3: nothing was undone").isEmpty();
        }
        var backwards = backwards(point.saga());
        var undone = point.world().undone().stream().map(Action::label).toList();
        assertThat(undone).as("S3: undone in reverse").isSubsetOf(backwards);
        assertThat(backwards.stream().filter(undone::contains).toList())
                .as("S3: undone in reverse, each once")
                .isEqualTo(undone);
    }

    /** The steps that have begun, the last first; but a delivery that was promised is recalled before all. */
    private static List<String> backwards(Saga saga) {
        var names = new ArrayList<>(
                saga.steps().stream().map(StepState::name).toList().reversed());
        var promise = Action.PROMISE_DELIVERY.label();
        if (saga.confirmed() && names.remove(promise)) {
            names.addFirst(promise);
        }
        return names;
    }

    /** Every way in which the world can take some commands. */
    private static List<World> fates(World world, List<Action> actions, Saga saga) {
        var worlds = List.of(world);
        for (var action : actions) {
            var next = new ArrayList<World>();
            for (var each : worlds) {
                for (var fate : each.fatesOf(action)) {
                    if (isHeard(action, fate, saga)) {
                        next.add(each.send(action, fate));
                    }
                }
            }
            worlds = next;
        }
        return worlds;
    }

    /** What is tried without end is done and heard in the end, or no path would have one. */
    private static boolean isHeard(Action action, World.Fate fate, Saga saga) {
        var step = SagaDefinition.of(saga.definition()).stepOf(action.label());
        var state = step == null ? null : saga.step(step.name());
        if (state == null || !(saga.confirmed() || state.status() == StepStatus.COMPENSATING)) {
            return true;
        }
        boolean isDone = fate == World.Fate.OK || fate == World.Fate.OK_TWICE;
        boolean isFinal = action == Action.CANCEL_DELIVERY && fate == World.Fate.NO;
        return isDone || isFinal || (fate != World.Fate.NO && state.attempt() <= DEAF_ATTEMPTS);
    }

    /** Of what is tried without end, the answer to so late an attempt comes in time. */
    private static boolean isHeardByNow(Saga saga) {
        for (var state : saga.steps()) {
            boolean isForGood = saga.confirmed() || state.status() == StepStatus.COMPENSATING;
            if (isForGood && state.dueAt() == saga.dueAt() && state.attempt() > DEAF_ATTEMPTS) {
                return true;
            }
        }
        return false;
    }

    /** Any time at which nothing is due. */
    private static long now(Saga saga) {
        return saga.dueAt() == Long.MAX_VALUE ? 0 : saga.dueAt() - 1;
    }
}
