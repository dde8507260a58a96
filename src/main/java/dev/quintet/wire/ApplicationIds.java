package dev.quintet.wire;

/** The application ids of the services: what Kafka Streams names their groups, transactions and internal topics by. */
public final class ApplicationIds {
    public static final String ORDERS = "quintet-orders";
    public static final String VIEWS = "quintet-views";

    private ApplicationIds() {}
}
