package dev.quintet.domain.view;

import dev.quintet.domain.order.OrderEvent;
import dev.quintet.domain.order.RefusalReason;
import dev.quintet.domain.saga.SagaDefinition;
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
 * @param holdsSlot whether it counts for the limits of its customer
 * @param sagaVersion the definition that its saga runs by
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
        boolean holdsSlot,
        int sagaVersion,
        List<StepView> steps,
        List<String> stuck) {

    /**
     * Whether a fact begins the next order that was given this one's id, which was forgotten since. A first fact that is
     * read a second time begins nothing: it happened when this order began.
     */
    public boolean livesAgainWith(OrderEvent first) {
        return first.version() == 1
                && first.customerId().equals(customerId)
                && !first.occurredAt().equals(placedAt);
    }

    /** The state as it is seen from outside. */
    public OrderStatus status() {
        return stuck.isEmpty() ? course : OrderStatus.NEEDS_OPERATOR;
    }

    /** A step of the saga that has begun, by its name or by that of what undoes it; null when there is none. */
    public @Nullable StepView stepCalled(String label) {
        var name = nameOf(sagaVersion, label);
        return steps.stream()
                .filter(step -> step.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    /** The name of the step that is done or undone under a label. */
    static String nameOf(int sagaVersion, String label) {
        var step = SagaDefinition.known(sagaVersion).stepOf(label);
        return step == null ? label : step.name();
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
