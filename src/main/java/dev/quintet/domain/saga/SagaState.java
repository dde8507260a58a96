package dev.quintet.domain.saga;

/** Where an accepted order stands, as it is seen from outside. */
public enum SagaState {
    ACCEPTED,
    CONFIRMED,
    CANCELLING,
    /** Something that may not fail has failed too often. */
    NEEDS_OPERATOR,
    COMPLETED,
    CANCELLED;

    /** Whether nothing follows it. */
    public boolean isEnd() {
        return this == COMPLETED || this == CANCELLED;
    }

    /** After an input. */
    public static SagaState of(Progress progress) {
        if (progress.closed()) {
            return progress.saga().cancelCause() == null ? COMPLETED : CANCELLED;
        }
        return of(progress.saga());
    }

    /** Of a saga that is open. */
    public static SagaState of(Saga saga) {
        if (needsOperator(saga)) {
            return NEEDS_OPERATOR;
        }
        if (saga.cancelCause() != null) {
            return CANCELLING;
        }
        return saga.confirmed() ? CONFIRMED : ACCEPTED;
    }

    private static boolean needsOperator(Saga saga) {
        for (var step : saga.steps()) {
            if (step.alarmed()) {
                return true;
            }
        }
        return false;
    }
}
