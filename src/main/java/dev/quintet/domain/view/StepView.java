package dev.quintet.domain.view;

import dev.quintet.domain.saga.StepStatus;
import org.jspecify.annotations.Nullable;

/**
 * How far a step of an order's saga is, as its facts tell.
 *
 * @param attempts how often it, or its compensation, was tried
 * @param reference the participant's own id of what it did; null when it gave none
 * @param reason why it failed; null when it did not
 */
public record StepView(
        String name,
        StepStatus status,
        int attempts,
        @Nullable String reference,
        @Nullable String reason) {

    static StepView begun(String name) {
        return new StepView(name, StepStatus.SENT, 1, null, null);
    }

    StepView with(StepStatus next) {
        return new StepView(name, next, attempts, reference, reason);
    }

    StepView done(@Nullable String itsReference) {
        return new StepView(name, StepStatus.SUCCEEDED, attempts, itsReference, null);
    }

    StepView failed(String why, int tried) {
        return new StepView(name, StepStatus.FAILED, tried, reference, why);
    }

    StepView tried(int times) {
        return new StepView(name, status, times, reference, reason);
    }
}
