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
    private final SagaDefinition definition;
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
                definition = SagaDefinition.known(fact.sagaVersion());
                course = OrderStatus.ACCEPTED;
                holdsSlot = true;
                begin(true);
            }
            case OrderFact.Refused fact -> {
                requireFirst(before == null);
                ordered = Ordered.of(fact);
                definition = SagaDefinition.current();
                course = OrderStatus.REFUSED;
                reason = fact.reason();
            }
            default -> {
                if (before == null) {
                    throw new IllegalArgumentException("The facts of " + event.orderId() + " do not begin");
                }
                ordered = before.ordered();
                definition = SagaDefinition.known(before.sagaVersion());
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
                definition.version(),
                List.copyOf(steps),
                List.copyOf(stuck));
    }

    private void add(OrderFact fact) {
        switch (fact) {
            case OrderFact.Accepted _, OrderFact.Refused _, OrderFact.CancelRefused _ -> {}
            case OrderFact.StepSucceeded(var name, var reference) ->
                done(step(name).done(reference));
            case OrderFact.StepRetried(var label, var attempt) -> tried(label, attempt);
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
            case OrderFact.StepCompensated(var name) -> undone(name, StepStatus.COMPENSATED);
            case OrderFact.Cancelled(var cause, var slotReleased) -> {
                holdsSlot = !slotReleased;
                cancel(cause);
                end(OrderStatus.CANCELLED);
            }
            case OrderFact.OperatorNeeded(var label, var _) -> {
                stuck.remove(nameOf(label));
                if (stuck.size() == STEPS_MAX) {
                    throw new IllegalArgumentException("No more than " + STEPS_MAX + " steps of an order can be stuck");
                }
                stuck.add(nameOf(label));
            }
            case OrderFact.OperatorActed(var action, var label, var _, var _) -> repair(action, label);
        }
    }

    private void repair(OperatorAction action, String label) {
        switch (action) {
            case RETRY -> triedAgain(step(nameOf(label)));
            case SKIP -> {
                var step = step(nameOf(label));
                if (step.status() == StepStatus.SENT) {
                    done(step.with(StepStatus.SUCCEEDED));
                } else {
                    undone(step.name(), StepStatus.SKIPPED);
                }
            }
            case COMPENSATE -> compensate();
        }
    }

    /** A call for an operator stands however often what it was for is tried. */
    private void tried(String label, int attempt) {
        var step = step(nameOf(label)).tried(attempt);
        set(label.equals(step.name()) ? step : step.with(StepStatus.COMPENSATING));
    }

    /** No fact tells when the undoing of a step begins; what is tried again and was not open is being undone. */
    private void triedAgain(StepView step) {
        switch (step.status()) {
            case SENT, COMPENSATING -> set(step.tried(step.attempts() + 1));
            default -> set(step.tried(2).with(StepStatus.COMPENSATING));
        }
    }

    /** What was done is not recalled any more. */
    private void done(StepView step) {
        set(step);
        stuck.remove(step.name());
        var known = definition.stepOf(step.name());
        var promise = known == null ? null : known.promise();
        if (promise != null && step(promise.label()).status() == StepStatus.COMPENSATING) {
            set(step(promise.label()).with(StepStatus.SUCCEEDED));
            stuck.remove(promise.label());
        }
    }

    private void undone(String name, StepStatus status) {
        set(step(name).with(status));
        stuck.remove(name);
        var promised = definition.promisedBy(name);
        if (promised != null && course == OrderStatus.CONFIRMED) {
            set(step(promised.name()).with(status));
            giveUp();
        }
    }

    /** An order whose delivery was promised goes on until it is known whether it can be recalled. */
    private void compensate() {
        var open = course == OrderStatus.CONFIRMED ? definition.promised() : null;
        var promise = open == null ? null : open.promise();
        if (open == null || promise == null) {
            giveUp();
            return;
        }
        set(step(open.name()).with(StepStatus.IN_DOUBT));
        stuck.remove(open.name());
        set(step(promise.label()).tried(1).with(StepStatus.COMPENSATING));
    }

    private void giveUp() {
        steps.replaceAll(step -> step.status() == StepStatus.SENT ? step.with(StepStatus.IN_DOUBT) : step);
        stuck.clear();
        cancel(OrderFact.Cancelled.BY_OPERATOR);
    }

    private String nameOf(String label) {
        return OrderView.nameOf(definition.version(), label);
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
        for (var name : definition.stepNames(beforePivot)) {
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
