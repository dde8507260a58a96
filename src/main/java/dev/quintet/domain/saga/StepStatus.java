package dev.quintet.domain.saga;

/** How far a step is. */
public enum StepStatus {
    /** The participant was asked and has not answered. */
    SENT,
    /** It was done, or an operator took it for done. */
    SUCCEEDED,
    /** The participant said no: it had no effect and never will. */
    FAILED,
    /** Given up without an answer: it may have had an effect. */
    IN_DOUBT,
    /** The participant was asked to undo it and has not answered. */
    COMPENSATING,
    /** It was undone, or the participant knows that there was nothing to undo. */
    COMPENSATED,
    /** An operator took it for undone. */
    SKIPPED;

    boolean mayHaveEffect() {
        return this == SUCCEEDED || this == IN_DOUBT;
    }
}
