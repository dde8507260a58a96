package dev.quintet.domain.order;

/** What a limit counts. */
public enum LimitUnit {
    ORDERS,
    ITEMS
}
