package dev.quintet.domain.order;

/** What an operator can do for an order that can't go on by itself. */
public enum OperatorAction {
    /** Send a step, or its compensation, again now. */
    RETRY,
    /** Take a step, or its compensation, for done. */
    SKIP,
    /** Undo the whole order. */
    COMPENSATE
}
