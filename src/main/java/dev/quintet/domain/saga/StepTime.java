package dev.quintet.domain.saga;

import dev.quintet.domain.order.OrderFact;
import org.jspecify.annotations.Nullable;

/**
 * How long a step took.
 *
 * @param outcome succeeded, refused, unanswered, or compensated for the time that undoing it took
 * @param millis from when it was last asked for
 */
public record StepTime(String step, String outcome, long millis) {

    /** What a fact says about a saga that stood so before it; null when no step that was asked for ended with it. */
    public static @Nullable StepTime of(Saga before, OrderFact fact, long now) {
        return switch (fact) {
            case OrderFact.StepSucceeded succeeded -> ended(before, succeeded.step(), "succeeded", now);
            case OrderFact.StepFailed failed ->
                ended(before, failed.step(), failed.reason().equals(SagaRun.NO_REPLY) ? "unanswered" : "refused", now);
            case OrderFact.StepCompensated compensated -> ended(before, compensated.step(), "compensated", now);
            default -> null;
        };
    }

    private static @Nullable StepTime ended(Saga before, String name, String outcome, long now) {
        var state = before.step(name);
        if (state == null || state.dueAt() == 0) {
            return null;
        }
        var step = SagaDefinition.of(before.definition()).step(name);
        long askedAt = state.dueAt() - step.waitMillis(before.orderId(), state.attempt());
        return new StepTime(name, outcome, Math.max(0, now - askedAt));
    }
}
