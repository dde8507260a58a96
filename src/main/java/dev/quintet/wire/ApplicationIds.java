package dev.quintet.wire;

/** The application ids of the services: what Kafka Streams names their groups, transactions and internal topics by. */
public final class ApplicationIds {
    public static final String ORDERS = "quintet-orders";
    public static final String STOCK = "quintet-stock";
    public static final String PAYMENT = "quintet-payment";
    public static final String SHIPPING = "quintet-shipping";
    public static final String NOTIFICATION = "quintet-notification";
    public static final String PRICING = "quintet-pricing";
    public static final String VIEWS = "quintet-views";

    private ApplicationIds() {}
}
