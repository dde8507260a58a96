package dev.quintet.domain.view;

import dev.quintet.domain.order.OperatorAction;
import dev.quintet.domain.order.OrderEvent;
import dev.quintet.domain.order.OrderFact;
import dev.quintet.domain.order.RefusalReason;
import dev.quintet.domain.saga.SagaDefinition;
import dev.quintet.domain.saga.StepStatus;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One fact's way into the view of its order. Lives for one call. */
final class OrderFold {
    /** More than any definition has. The names of steps come with the facts, and are kept in one row. */
    static final int STEPS_MAX = 32;

    private final OrderEvent event;
    private final @Nullable OrderView before;
    private final Ordered ordered;
    private final List<StepView> steps = new ArrayList<>(4);
    private final List<String> stuck = new ArrayList<>(0);
    private OrderStatus course;
    private @Nullable RefusalReason reason;
    private @Nullable String cancelCause;
    private boolean holdsSlot;

    OrderFold(@Nullable OrderView before, OrderEvent event) {
        this.before = before;
        this.event = event;
        switch (event.fact()) {
            case OrderFact.Accepted fact -> {
                requireFirst(before == null);
                ordered = Ordered.of(fact);
                course = OrderStatus.ACCEPTED;
                holdsSlot = true;
                begin(true);
            }
            case OrderFact.Refused fact -> {
                requireFirst(before == null);
                ordered = Ordered.of(fact);
                course = OrderStatus.REFUSED;
                reason = fact.reason();
            }
            default -> {
                if (before == null) {
                    throw new IllegalArgumentException("The facts of " + event.orderId() + " do not begin");
                }
                ordered = before.ordered();
                course = before.course();
                cancelCause = before.cancelCause();
                holdsSlot = before.holdsSlot();
                steps.addAll(before.steps());
                stuck.addAll(before.stuck());
                add(event.fact());
            }
        }
    }

    private void requireFirst(boolean isFirst) {
        if (!isFirst) {
            throw new IllegalArgumentException("The facts of " + event.orderId() + " begin twice");
        }
    }

    OrderView view() {
        return new OrderView(
                event.orderId(),
                event.customerId(),
                event.version(),
                course,
                before == null ? event.occurredAt() : before.placedAt(),
                event.occurredAt(),
                ordered,
                reason,
                cancelCause,
                holdsSlot,
                List.copyOf(steps),
                List.copyOf(stuck));
    }

    private void add(OrderFact fact) {
        switch (fact) {
            case OrderFact.Accepted _, OrderFact.Refused _, OrderFact.CancelRefused _ -> {}
            case OrderFact.StepSucceeded(var name, var reference) -> {
                set(step(name).done(reference));
                stuck.remove(name);
            }
            case OrderFact.StepRetried(var label, var attempt) -> {
                var step = step(OrderView.nameOf(label)).tried(attempt);
                set(label.equals(step.name()) ? step : step.with(StepStatus.COMPENSATING));
            }
            case OrderFact.StepFailed(var name, var why, var attempts) -> {
                set(step(name).failed(why, attempts));
                cancel(why);
            }
            case OrderFact.Confirmed() -> {
                course = OrderStatus.CONFIRMED;
                begin(false);
            }
            case OrderFact.Completed() -> end(OrderStatus.COMPLETED);
            case OrderFact.CancelRequested _ -> cancel(OrderFact.Cancelled.BY_CUSTOMER);
            case OrderFact.StepCompensated(var name) -> {
                set(step(name).with(StepStatus.COMPENSATED));
                stuck.remove(name);
            }
            case OrderFact.Cancelled(var cause, var slotReleased) -> {
                holdsSlot = !slotReleased;
                cancel(cause);
                end(OrderStatus.CANCELLED);
            }
            case OrderFact.OperatorNeeded(var label, var _) -> {
                stuck.remove(OrderView.nameOf(label));
                if (stuck.size() == STEPS_MAX) {
                    throw new IllegalArgumentException("No more than " + STEPS_MAX + " steps of an order can be stuck");
                }
                stuck.add(OrderView.nameOf(label));
            }
            case OrderFact.OperatorActed(var action, var name, var _, var _) -> repair(action, OrderView.nameOf(name));
        }
    }

    private void repair(OperatorAction action, String name) {
        switch (action) {
            case RETRY -> {}
            case SKIP -> {
                boolean isUndone = course == OrderStatus.CANCELLING;
                set(step(name).with(isUndone ? StepStatus.SKIPPED : StepStatus.SUCCEEDED));
                stuck.remove(name);
            }
            case COMPENSATE -> {
                stuck.clear();
                cancel(OrderFact.Cancelled.BY_OPERATOR);
            }
        }
    }

    /** The first cause stands: what fails while an order is being undone is not why. */
    private void cancel(String cause) {
        course = OrderStatus.CANCELLING;
        if (cancelCause == null) {
            cancelCause = cause;
        }
    }

    private void end(OrderStatus status) {
        course = status;
        stuck.clear();
    }

    private void begin(boolean beforePivot) {
        for (var name : SagaDefinition.current().stepNames(beforePivot)) {
            set(StepView.begun(name, event.occurredAt()));
        }
    }

    private StepView step(String name) {
        for (var step : steps) {
            if (step.name().equals(name)) {
                return step;
            }
        }
        return StepView.begun(name, event.occurredAt());
    }

    private void set(StepView changed) {
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i).name().equals(changed.name())) {
                steps.set(i, changed);
                return;
            }
        }
        if (steps.size() == STEPS_MAX) {
            throw new IllegalArgumentException("An order has at most " + STEPS_MAX + " steps");
        }
        steps.add(changed);
    }
}
