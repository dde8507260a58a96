package dev.quintet.domain.view;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How many sagas are in which step. */
public final class StepLoads {
    private StepLoads() {}

    /** What goes with an order that is replaced by another under its id: nothing, unless it was left open. */
    public static Map<String, StepLoad> gone(OrderView order) {
        var changes = new TreeMap<String, StepLoad>();
        if (!order.course().isTerminal()) {
            for (var step : order.steps()) {
                changes.put(step.name(), StepLoad.gone(order, step));
            }
        }
        return changes;
    }

    /**
     * What a fact changes, by step; steps for which it changes nothing are left out.
     *
     * @param before the order before the fact; null for the first
     */
    public static Map<String, StepLoad> change(@Nullable OrderView before, OrderView after) {
        var changes = new TreeMap<String, StepLoad>();
        for (var step : after.steps()) {
            var change = StepLoad.change(before, after, step);
            if (!change.equals(StepLoad.NOTHING)) {
                changes.put(step.name(), change);
            }
        }
        return changes;
    }
}
