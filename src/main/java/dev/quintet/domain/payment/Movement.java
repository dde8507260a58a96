package dev.quintet.domain.payment;

/** How money moves. */
public enum Movement {
    HELD,
    CAPTURED,
    RELEASED,
    REFUNDED
}
