package dev.quintet.domain.saga;

import static dev.quintet.domain.saga.Action.ARRANGE_DELIVERY;
import static dev.quintet.domain.saga.Action.AUTHORIZE_PAYMENT;
import static dev.quintet.domain.saga.Action.CANCEL_DELIVERY;
import static dev.quintet.domain.saga.Action.CAPTURE_PAYMENT;
import static dev.quintet.domain.saga.Action.DISPATCH_DELIVERY;
import static dev.quintet.domain.saga.Action.PROMISE_DELIVERY;
import static dev.quintet.domain.saga.Action.REFUND_PAYMENT;
import static dev.quintet.domain.saga.Action.RELEASE_STOCK;
import static dev.quintet.domain.saga.Action.RESERVE_STOCK;
import static dev.quintet.domain.saga.Action.VOID_PAYMENT;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happens to an accepted order, in which order. A saga runs to its end by the version that it began with, so a
 * version that was ever in use is never changed, only followed by another.
 *
 * @param steps every step of the stages, in order
 */
public record SagaDefinition(int version, List<Stage> stages, List<Step> steps) {
    private static final SagaDefinition FIRST = of(
            1,
            List.of(
                    new Stage.Parallel(List.of(
                            new Step(RESERVE_STOCK, RELEASE_STOCK, null, Duration.ofSeconds(5), 3),
                            new Step(AUTHORIZE_PAYMENT, VOID_PAYMENT, null, Duration.ofSeconds(5), 3))),
                    new Stage.Pivot(),
                    new Stage.Parallel(List.of(
                            new Step(CAPTURE_PAYMENT, REFUND_PAYMENT, null, Duration.ofSeconds(5), 5),
                            new Step(ARRANGE_DELIVERY, null, null, Duration.ofSeconds(5), 5)))));

    /** Shipping is asked before the pivot, so that nobody pays for what can't be delivered. */
    private static final SagaDefinition SECOND = of(
            2,
            List.of(
                    new Stage.Parallel(List.of(
                            new Step(RESERVE_STOCK, RELEASE_STOCK, null, Duration.ofSeconds(5), 3),
                            new Step(AUTHORIZE_PAYMENT, VOID_PAYMENT, null, Duration.ofSeconds(5), 3),
                            new Step(PROMISE_DELIVERY, CANCEL_DELIVERY, null, Duration.ofSeconds(5), 3))),
                    new Stage.Pivot(),
                    new Stage.Parallel(List.of(
                            new Step(CAPTURE_PAYMENT, REFUND_PAYMENT, null, Duration.ofSeconds(5), 5),
                            new Step(DISPATCH_DELIVERY, null, PROMISE_DELIVERY, Duration.ofSeconds(5), 5)))));

    private static final List<SagaDefinition> VERSIONS = List.of(FIRST, SECOND);

    /** All that were ever in use, oldest first. */
    public static List<SagaDefinition> versions() {
        return VERSIONS;
    }

    /** The one that new sagas begin with. */
    public static SagaDefinition current() {
        return VERSIONS.getLast();
    }

    /**
     * A version that a saga began with.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static SagaDefinition of(int version) {
        for (var definition : VERSIONS) {
            if (definition.version == version) {
                return definition;
            }
        }
        throw new IllegalArgumentException("There is no version " + version + " of the saga");
    }

    /** A version for readers of facts: the newest for one that a newer program began with. */
    public static SagaDefinition known(int version) {
        return version <= current().version ? of(version) : current();
    }

    private static SagaDefinition of(int version, List<Stage> stages) {
        var steps = new ArrayList<Step>();
        for (var stage : stages) {
            if (stage instanceof Stage.Parallel(var parallel)) {
                steps.addAll(parallel);
            }
        }
        return new SagaDefinition(version, stages, List.copyOf(steps));
    }

    /**
     * A step by its name.
     *
     * @throws IllegalArgumentException when there is none
     */
    Step step(String name) {
        for (var step : steps) {
            if (step.name().equals(name)) {
                return step;
            }
        }
        throw new IllegalArgumentException("Version " + version + " of the saga has no step " + name);
    }

    /** The names of the steps on one side of the pivot, in order. */
    public List<String> stepNames(boolean beforePivot) {
        var names = new ArrayList<String>();
        boolean isBefore = true;
        for (var stage : stages) {
            switch (stage) {
                case Stage.Pivot() -> isBefore = false;
                case Stage.Parallel(var parallel) -> {
                    if (isBefore == beforePivot) {
                        parallel.forEach(step -> names.add(step.name()));
                    }
                }
            }
        }
        return names;
    }

    /** The step that another promised; null when there is none. */
    public @Nullable Step promised() {
        for (var step : steps) {
            if (step.promise() != null) {
                return step;
            }
        }
        return null;
    }

    /** The step that is promised by the one of this name; null when it promises none. */
    public @Nullable Step promisedBy(String name) {
        var promised = promised();
        var promise = promised == null ? null : promised.promise();
        return promise != null && promise.label().equals(name) ? promised : null;
    }

    /** The step that an action does or undoes, by the action's label; null when it belongs to none. */
    public @Nullable Step stepOf(String label) {
        for (var step : steps) {
            var compensation = step.compensation();
            boolean isUndone = compensation != null && compensation.label().equals(label);
            if (step.name().equals(label) || isUndone) {
                return step;
            }
        }
        return null;
    }
}
