package dev.quintet.domain.view;

import dev.quintet.domain.saga.StepStatus;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The sagas of many orders, by one of their steps.
 *
 * @param open how many open sagas have the step in each state, by state
 * @param stuck how many open sagas wait for an operator in it
 * @param reached how many sagas ever brought it into each state, by state
 * @param succeededMillis how long it took in all the sagas in which it succeeded
 */
public record StepLoad(Map<String, Long> open, long stuck, Map<String, Long> reached, long succeededMillis) {
    public static final StepLoad NOTHING = new StepLoad(Map.of(), 0, Map.of(), 0);

    /**
     * What a fact changes for a step of its order.
     *
     * @param before the order before the fact; null for the first
     * @return {@link #NOTHING} when it changes nothing
     */
    static StepLoad change(@Nullable OrderView before, OrderView after, StepView step) {
        var earlier = before == null ? null : before.stepCalled(step.name());
        var statusBefore = earlier == null ? null : earlier.status();
        var open = new TreeMap<String, Long>();
        if (before != null && statusBefore != null && !before.course().isTerminal()) {
            open.merge(statusBefore.name(), -1L, Long::sum);
        }
        if (!after.course().isTerminal()) {
            open.merge(step.status().name(), 1L, Long::sum);
        }
        open.values().removeIf(count -> count == 0);
        long stuck = isStuck(after, step) - isStuck(before, step);
        boolean isReached = step.status() != statusBefore;
        if (open.isEmpty() && stuck == 0 && !isReached) {
            return NOTHING;
        }
        return new StepLoad(
                open,
                stuck,
                isReached ? Map.of(step.status().name(), 1L) : Map.of(),
                isReached && step.status() == StepStatus.SUCCEEDED ? millis(step, after) : 0);
    }

    /** What goes with an open order. */
    static StepLoad gone(OrderView order, StepView step) {
        return new StepLoad(Map.of(step.status().name(), -1L), -isStuck(order, step), Map.of(), 0);
    }

    private static long isStuck(@Nullable OrderView order, StepView step) {
        return order != null && order.stuck().contains(step.name()) ? 1 : 0;
    }

    private static long millis(StepView step, OrderView after) {
        var begunAt = step.begunAt();
        return begunAt == null
                ? 0
                : Math.max(0, Duration.between(begunAt, after.changedAt()).toMillis());
    }

    /** Both together. */
    public StepLoad plus(StepLoad other) {
        return new StepLoad(
                Counts.sum(open, other.open),
                stuck + other.stuck,
                Counts.sum(reached, other.reached),
                succeededMillis + other.succeededMillis);
    }
}
