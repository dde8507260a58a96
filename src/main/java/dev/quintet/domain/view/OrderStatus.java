package dev.quintet.domain.view;

/** The states of an order as they are seen from outside. */
public enum OrderStatus {
    /** The order stands, and its stock and money are being made sure. */
    ACCEPTED,
    /** Stock and money are sure; it only goes forward from here. */
    CONFIRMED,
    /** The end: paid and on its way. */
    COMPLETED,
    /** The end: it was refused and holds nothing. */
    REFUSED,
    /** What was done for it is being undone. */
    CANCELLING,
    /** The end: everything was undone. */
    CANCELLED,
    /** Something that may not fail fails again and again. It is tried on, and an operator should look. */
    NEEDS_OPERATOR;

    /** Whether nothing will follow. */
    public boolean isTerminal() {
        return this == COMPLETED || this == REFUSED || this == CANCELLED;
    }
}
