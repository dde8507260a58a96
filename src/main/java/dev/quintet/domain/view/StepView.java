package dev.quintet.domain.view;

import dev.quintet.domain.saga.StepStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a step of an order's saga is, as its facts tell.
 *
 * @param attempts how often it, or its compensation, was tried
 * @param reference the participant's own id of what it did; null when it gave none
 * @param reason why it failed; null when it did not
 * @param begunAt when it was first asked for; null in views of before this was kept
 */
public record StepView(
        String name,
        StepStatus status,
        int attempts,
        @Nullable String reference,
        @Nullable String reason,
        @Nullable Instant begunAt) {

    static StepView begun(String name, Instant at) {
        return new StepView(name, StepStatus.SENT, 1, null, null, at);
    }

    StepView with(StepStatus next) {
        return new StepView(name, next, attempts, reference, reason, begunAt);
    }

    StepView done(@Nullable String itsReference) {
        return new StepView(name, StepStatus.SUCCEEDED, attempts, itsReference, null, begunAt);
    }

    StepView failed(String why, int tried) {
        return new StepView(name, StepStatus.FAILED, tried, reference, why, begunAt);
    }

    StepView tried(int times) {
        return new StepView(name, status, times, reference, reason, begunAt);
    }
}
