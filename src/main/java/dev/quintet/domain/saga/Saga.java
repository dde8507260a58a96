package dev.quintet.domain.saga;

import dev.quintet.domain.order.Ids;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far an accepted order is: what is stored.
 *
 * @param definition the version of the definition that it runs by
 * @param version the version of its latest fact
 * @param cancelCause why it is being cancelled; null when it is not
 * @param confirmed whether it is past the pivot
 * @param steps those that have begun, in the order in which they began
 */
public record Saga(
        Purchase purchase,
        int definition,
        long version,
        @Nullable String cancelCause,
        boolean confirmed,
        List<StepState> steps) {

    public String orderId() {
        return purchase.orderId();
    }

    /** What tells it from every other. */
    public String key() {
        return Ids.ofCustomer(purchase.customerId(), purchase.orderId());
    }

    /** When it next waits for nothing but the clock, in epoch milliseconds; {@link Long#MAX_VALUE} when it does not. */
    public long dueAt() {
        long due = Long.MAX_VALUE;
        for (var step : steps) {
            if (step.dueAt() > 0) {
                due = Math.min(due, step.dueAt());
            }
        }
        return due;
    }

    @Nullable
    StepState step(String name) {
        for (var step : steps) {
            if (step.name().equals(name)) {
                return step;
            }
        }
        return null;
    }

    boolean has(StepStatus status) {
        for (var step : steps) {
            if (step.status() == status) {
                return true;
            }
        }
        return false;
    }

    Saga with(StepState changed) {
        var next = new ArrayList<StepState>(steps.size() + 1);
        boolean isNew = true;
        for (var step : steps) {
            boolean isIt = step.name().equals(changed.name());
            next.add(isIt ? changed : step);
            isNew &= !isIt;
        }
        if (isNew) {
            next.add(changed);
        }
        return new Saga(purchase, definition, version, cancelCause, confirmed, next);
    }

    Saga cancelledFor(String cause) {
        return new Saga(purchase, definition, version, cause, confirmed, steps);
    }

    Saga pastThePivot() {
        return new Saga(purchase, definition, version, cancelCause, true, steps);
    }

    Saga at(long factVersion) {
        return new Saga(purchase, definition, factVersion, cancelCause, confirmed, steps);
    }
}
