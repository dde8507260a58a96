package dev.quintet.domain.view;

import dev.quintet.domain.order.OrderEvent;
import dev.quintet.domain.order.RefusalReason;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order as readers see it: the fold of its facts.
 *
 * @param version the version of the last fact that is in it
 * @param course the state but for the call for an operator; see {@link #status()}
 * @param placedAt the instant by which it was judged
 * @param changedAt when its last fact happened
 * @param reason why it was refused; null when it was not
 * @param cancelCause why it is being or was cancelled; null when it is not
 * @param steps of its saga, those that have begun, in order
 * @param stuck what an operator should look at: names of steps that may not fail and do
 */
public record OrderView(
        String orderId,
        String customerId,
        long version,
        OrderStatus course,
        Instant placedAt,
        Instant changedAt,
        Ordered ordered,
        @Nullable RefusalReason reason,
        @Nullable String cancelCause,
        List<StepView> steps,
        List<String> stuck) {

    /** The state as it is seen from outside. */
    public OrderStatus status() {
        return stuck.isEmpty() ? course : OrderStatus.NEEDS_OPERATOR;
    }

    /** Whether the saga is past its pivot, after which nobody can cancel. */
    public boolean isConfirmed() {
        return course == OrderStatus.CONFIRMED || course == OrderStatus.COMPLETED;
    }

    /** A step of the saga; null when it has not begun. */
    public @Nullable StepView step(String name) {
        return steps.stream()
                .filter(step -> step.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    /**
     * The view after one more fact.
     *
     * @param before the view before it; null for the first
     * @throws IllegalArgumentException when a first fact has something before it, or another has nothing
     */
    public static OrderView apply(@Nullable OrderView before, OrderEvent event) {
        return new OrderFold(before, event).view();
    }
}
