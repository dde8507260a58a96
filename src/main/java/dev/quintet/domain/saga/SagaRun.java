package dev.quintet.domain.saga;

import dev.quintet.domain.order.OrderFact;
import dev.quintet.domain.saga.Progress.SlotFate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One input's way through a saga: collects what comes of it. Lives for one call. */
final class SagaRun {
    static final String NO_REPLY = "NO_REPLY";

    private final SagaDefinition definition;
    private final long time;
    private final List<OrderFact> facts = new ArrayList<>(2);
    private final List<Action> actions = new ArrayList<>(2);
    private Saga saga;
    private SlotFate slot = SlotFate.UNCHANGED;
    private boolean closed;

    SagaRun(Saga saga, long time) {
        this.saga = saga;
        this.time = time;
        definition = SagaDefinition.of(saga.definition());
    }

    SagaDefinition definition() {
        return definition;
    }

    /** A step that has begun, by its name or by what facts call the undoing of it while it is undone. */
    @Nullable
    StepState stepCalled(String label) {
        for (var state : saga.steps()) {
            if (state.name().equals(label) || label(state).equals(label)) {
                return state;
            }
        }
        return null;
    }

    void happened(OrderFact fact) {
        facts.add(fact);
        saga = saga.at(saga.version() + 1);
    }

    void set(StepState state) {
        saga = saga.with(state);
    }

    void cancel(String cause) {
        if (saga.cancelCause() == null) {
            saga = saga.cancelledFor(cause);
        }
    }

    /** A participant said no. After the pivot that is no end: the step is sent again when its time comes. */
    void refused(StepState state, String reason) {
        if (!saga.confirmed()) {
            if (state.status() == StepStatus.SENT) {
                happened(new OrderFact.StepFailed(state.name(), reason, state.attempt()));
                cancel(reason);
            }
            set(state.with(StepStatus.FAILED));
        }
    }

    /** Nobody answered in time. */
    void timedOut(StepState state) {
        boolean isForGood = saga.confirmed() || state.status() == StepStatus.COMPENSATING;
        boolean isHopeless = saga.cancelCause() != null;
        if (isForGood || (!isHopeless && state.attempt() < step(state).attempts())) {
            happened(new OrderFact.StepRetried(label(state), state.attempt() + 1));
            sendAgain(state);
            if (isForGood && state.attempt() == step(state).attempts()) {
                happened(new OrderFact.OperatorNeeded(label(state), state.attempt()));
            }
        } else {
            happened(new OrderFact.StepFailed(state.name(), NO_REPLY, state.attempt()));
            set(state.with(StepStatus.IN_DOUBT));
            cancel(NO_REPLY);
        }
    }

    void sendAgain(StepState state) {
        send(step(state), state.status(), state.attempt() + 1);
    }

    /** Whether the order can still be undone as a whole: nobody undoes a delivery. */
    boolean canBeUndone() {
        for (var state : saga.steps()) {
            if (state.status() == StepStatus.SUCCEEDED && step(state).compensation() == null) {
                return false;
            }
        }
        return saga.cancelCause() == null;
    }

    void giveUpOpenSteps() {
        for (var state : saga.steps()) {
            if (state.status() == StepStatus.SENT) {
                set(state.with(StepStatus.IN_DOUBT));
            }
        }
    }

    /** Does what is next, as far as it goes without waiting. */
    Progress goOn() {
        if (saga.cancelCause() == null) {
            goForward();
        }
        if (saga.cancelCause() != null) {
            goBack();
        }
        return new Progress(saga, List.copyOf(facts), List.copyOf(actions), slot, closed);
    }

    private void goForward() {
        for (var stage : definition.stages()) {
            switch (stage) {
                case Stage.Pivot() -> {
                    if (!saga.confirmed()) {
                        happened(new OrderFact.Confirmed());
                        saga = saga.pastThePivot();
                        slot = SlotFate.CONFIRM;
                    }
                }
                case Stage.Parallel(var steps) -> {
                    if (!areDone(steps)) {
                        return;
                    }
                }
            }
        }
        happened(new OrderFact.Completed());
        closed = true;
    }

    /** Begins those that have not begun. */
    private boolean areDone(List<Step> steps) {
        boolean done = true;
        for (var step : steps) {
            var state = saga.step(step.name());
            if (state == null) {
                send(step, StepStatus.SENT, 1);
            }
            done &= state != null && state.status() == StepStatus.SUCCEEDED;
        }
        return done;
    }

    /** Undoes one step at a time, the last that began first, once nothing is open any more. */
    private void goBack() {
        if (saga.has(StepStatus.SENT) || saga.has(StepStatus.COMPENSATING)) {
            return;
        }
        var last = lastToUndo();
        if (last != null) {
            send(step(last), StepStatus.COMPENSATING, 1);
            return;
        }
        happened(new OrderFact.Cancelled(String.valueOf(saga.cancelCause()), !saga.confirmed()));
        slot = saga.confirmed() ? SlotFate.UNCHANGED : SlotFate.RELEASE;
        closed = true;
    }

    private @Nullable StepState lastToUndo() {
        for (var state : saga.steps().reversed()) {
            if (state.status().mayHaveEffect() && step(state).compensation() != null) {
                return state;
            }
        }
        return null;
    }

    private void send(Step step, StepStatus status, int attempt) {
        actions.add(status == StepStatus.COMPENSATING ? undoing(step) : step.action());
        set(new StepState(step.name(), status, attempt, time + step.waitMillis(saga.orderId(), attempt)));
    }

    private String label(StepState state) {
        return state.status() == StepStatus.COMPENSATING ? undoing(step(state)).label() : state.name();
    }

    private static Action undoing(Step step) {
        var compensation = step.compensation();
        if (compensation == null) {
            throw new IllegalStateException("S3: nothing undoes " + step.name());
        }
        return compensation;
    }

    private Step step(StepState state) {
        return definition.step(state.name());
    }
}
