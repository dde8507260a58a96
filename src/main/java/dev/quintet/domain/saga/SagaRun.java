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
            boolean isAlarm = isForGood
                    && !state.alarmed()
                    && state.attempt() >= step(state).attempts();
            sendAgain(isAlarm ? state.withAlarm() : state);
            if (isAlarm) {
                happened(new OrderFact.OperatorNeeded(label(state), state.attempt()));
            }
        } else {
            happened(new OrderFact.StepFailed(state.name(), NO_REPLY, state.attempt()));
            set(state.with(StepStatus.IN_DOUBT));
            cancel(NO_REPLY);
        }
    }

    /** Tells no alarm and takes none back: the call for an operator stands until the step is over. */
    void sendAgain(StepState state) {
        send(step(state), state.status(), state.attempt() + 1, state.alarmed());
    }

    /** A step was done, or is taken for done. What was done is not recalled any more. */
    void done(StepState state) {
        set(state.with(StepStatus.SUCCEEDED));
        var promise = promiseOf(state);
        if (promise != null && promise.status() == StepStatus.COMPENSATING) {
            set(promise.with(StepStatus.SUCCEEDED));
        }
    }

    /** A step was undone, or is taken for undone. If that recalled another, that one never happens, and the order is undone. */
    void undone(StepState state, StepStatus status) {
        set(state.with(status));
        var recalled = recalledBy(state);
        if (recalled != null) {
            set(recalled.with(status));
            giveUpOpenSteps();
            cancel(OrderFact.Cancelled.BY_OPERATOR);
        }
    }

    /** The participant says that what was to be recalled has happened: the order goes on forward. */
    void cannotBeRecalled(StepState promise) {
        var recalled = recalledBy(promise);
        if (recalled != null) {
            happened(new OrderFact.StepSucceeded(recalled.name(), null));
            done(recalled);
        }
    }

    /** Whether the order can still be undone as a whole: nobody undoes a delivery, but one that was promised can be recalled. */
    boolean canBeUndone() {
        if (saga.cancelCause() != null) {
            return false;
        }
        for (var state : saga.steps()) {
            boolean isForEver = step(state).compensation() == null;
            if (isForEver && (state.status() != StepStatus.SENT || promiseOf(state) == null)) {
                return false;
            }
        }
        return true;
    }

    /** Whether it can't be undone, and is not being undone or recalled either. */
    boolean isTooLateToUndo() {
        return saga.cancelCause() == null && !saga.has(StepStatus.COMPENSATING);
    }

    /**
     * Undoes the order. What nothing undoes is recalled first, because the participant alone knows whether it has
     * happened; until it says so, everything else goes on as if nobody had asked.
     */
    void undo() {
        for (var state : saga.steps()) {
            var promise = promiseOf(state);
            if (promise != null) {
                set(state.with(StepStatus.IN_DOUBT));
                send(step(promise), StepStatus.COMPENSATING, 1, false);
                return;
            }
        }
        giveUpOpenSteps();
        cancel(OrderFact.Cancelled.BY_OPERATOR);
    }

    /** The step that promised another; null when none did. */
    private @Nullable StepState promiseOf(StepState state) {
        var promise = step(state).promise();
        return promise == null ? null : saga.step(promise.label());
    }

    /** The step that is being recalled by undoing another; null when there is none. */
    private @Nullable StepState recalledBy(StepState promise) {
        var promised = definition.promisedBy(promise.name());
        var state = promised == null ? null : saga.step(promised.name());
        return state != null && state.status() == StepStatus.IN_DOUBT ? state : null;
    }

    private void giveUpOpenSteps() {
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
                send(step, StepStatus.SENT, 1, false);
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
            send(step(last), StepStatus.COMPENSATING, 1, false);
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

    private void send(Step step, StepStatus status, int attempt, boolean alarmed) {
        actions.add(status == StepStatus.COMPENSATING ? undoing(step) : step.action());
        long dueAt = time + step.waitMillis(saga.orderId(), attempt);
        set(new StepState(step.name(), status, attempt, dueAt, alarmed));
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
