package dev.quintet.domain.notification;

/** What a message tells. */
public enum Template {
    ORDER_CONFIRMED("order-confirmed"),
    ORDER_CANCELLED("order-cancelled");

    private final String id;

    Template(String id) {
        this.id = id;
    }

    /** As it is called in keys and message ids; must never change. */
    public String id() {
        return id;
    }
}
