package dev.quintet.domain.saga;

import dev.quintet.domain.order.CancelOrder;
import dev.quintet.domain.order.OperatorAction;
import dev.quintet.domain.order.OrderFact;
import dev.quintet.domain.order.RepairOrder;
import dev.quintet.domain.participant.Reply;
import dev.quintet.domain.shipping.Delivery;
import java.util.List;

/**
 * How a saga goes on. Pure: the same saga, input and time give the same progress.
 *
 * <p>An input that does not fit the saga, such as a reply that comes a second time, changes nothing.
 */
public final class Orchestrator {
    private static final String CUSTOMER = "customer";

    private Orchestrator() {}

    /** The saga of an order that was just accepted, whose verdict was fact 1. Times are epoch milliseconds. */
    public static Progress begin(Purchase purchase, long now) {
        return begin(purchase, SagaDefinition.current(), now);
    }

    static Progress begin(Purchase purchase, SagaDefinition definition, long now) {
        var saga = new Saga(purchase, definition.version(), 1, null, false, List.of());
        return new SagaRun(saga, now).goOn();
    }

    /** A participant answered. */
    public static Progress reply(Saga saga, Reply reply, long now) {
        var run = new SagaRun(saga, now);
        var label = saga.purchase().labelOf(reply.commandId());
        var step = run.definition().stepOf(label);
        var state = step == null ? null : saga.step(step.name());
        if (step == null || state == null) {
            return run.goOn();
        }
        boolean isOfStep = step.name().equals(label);
        switch (state.status()) {
            case SENT, IN_DOUBT -> {
                if (isOfStep && reply.isOk()) {
                    run.happened(new OrderFact.StepSucceeded(step.name(), reply.reference()));
                    run.done(state);
                } else if (isOfStep && reply.reason() != null) {
                    run.refused(state, reply.reason());
                }
            }
            case FAILED -> {
                // Against the contract, which wants the same answer again. Better undo what may be nothing than keep
                // it.
                if (isOfStep && reply.isOk()) {
                    run.set(state.with(StepStatus.IN_DOUBT));
                }
            }
            case COMPENSATING -> {
                if (!isOfStep && reply.isOk()) {
                    run.happened(new OrderFact.StepCompensated(step.name()));
                    run.undone(state, StepStatus.COMPENSATED);
                } else if (!isOfStep && Delivery.DISPATCHED.equals(reply.reason())) {
                    run.cannotBeRecalled(state);
                }
            }
            case SUCCEEDED, COMPENSATED, SKIPPED -> {}
        }
        return run.goOn();
    }

    /** The time came that a step waited for. */
    public static Progress due(Saga saga, long now) {
        var run = new SagaRun(saga, now);
        for (var state : saga.steps()) {
            if (state.dueAt() > 0 && state.dueAt() <= now) {
                run.timedOut(state);
            }
        }
        return run.goOn();
    }

    /** The customer wants it cancelled. */
    public static Progress cancel(Saga saga, CancelOrder command, long now) {
        var run = new SagaRun(saga, now);
        if (saga.confirmed()) {
            run.happened(new OrderFact.CancelRefused(CUSTOMER));
        } else if (saga.cancelCause() == null) {
            run.happened(new OrderFact.CancelRequested(CUSTOMER, command.reason()));
            run.cancel(OrderFact.Cancelled.BY_CUSTOMER);
        }
        return run.goOn();
    }

    /** An operator stepped in. */
    public static Progress repair(Saga saga, RepairOrder command, long now) {
        var run = new SagaRun(saga, now);
        var state = run.stepCalled(command.step());
        boolean isOpen =
                state != null && (state.status() == StepStatus.SENT || state.status() == StepStatus.COMPENSATING);
        var acted = new OrderFact.OperatorActed(command.action(), command.step(), command.reason(), command.by());
        if (command.action() == OperatorAction.COMPENSATE) {
            if (run.canBeUndone()) {
                run.happened(acted);
                run.undo();
            } else if (run.isTooLateToUndo()) {
                run.happened(new OrderFact.CancelRefused(OrderFact.CancelRefused.OPERATOR + command.by()));
            }
        } else if (state != null && isOpen) {
            run.happened(acted);
            if (command.action() == OperatorAction.RETRY) {
                run.sendAgain(state);
            } else {
                // What is taken for done may have been done, and is undone with the rest when it comes to that.
                if (state.status() == StepStatus.COMPENSATING) {
                    run.undone(state, StepStatus.SKIPPED);
                } else {
                    run.done(state);
                }
            }
        }
        return run.goOn();
    }
}
