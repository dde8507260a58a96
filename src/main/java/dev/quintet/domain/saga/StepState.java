package dev.quintet.domain.saga;

/**
 * How far one step of one saga is.
 *
 * @param attempt which attempt at it, or at its compensation, was made last
 * @param dueAt when it is sent again or given up, in epoch milliseconds; 0 when it waits for nothing
 */
public record StepState(String name, StepStatus status, int attempt, long dueAt) {

    StepState with(StepStatus next) {
        return new StepState(name, next, attempt, 0);
    }
}
