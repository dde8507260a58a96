package dev.quintet.domain.saga;

/**
 * How far one step of one saga is.
 *
 * @param attempt which attempt at it, or at its compensation, was made last
 * @param dueAt when it is sent again or given up, in epoch milliseconds; 0 when it waits for nothing
 * @param alarmed whether an operator was called, which holds until it is over
 */
public record StepState(String name, StepStatus status, int attempt, long dueAt, boolean alarmed) {

    /** One for which nobody was called. */
    public StepState(String name, StepStatus status, int attempt, long dueAt) {
        this(name, status, attempt, dueAt, false);
    }

    StepState with(StepStatus next) {
        return new StepState(name, next, attempt, 0);
    }

    StepState withAlarm() {
        return new StepState(name, status, attempt, dueAt, true);
    }
}
