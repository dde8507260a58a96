package dev.quintet.verb;

import java.util.Locale;

/** The services by name. Each is a Kafka Streams application of its own. */
enum Service {
    /** Judges orders. */
    ORDERS,
    /** Sets items and kitchen places aside. */
    STOCK,
    /** Holds, takes and gives back money, as a simulated provider. */
    PAYMENT,
    /** Arranges deliveries. */
    SHIPPING,
    /** Tells customers about their orders. */
    NOTIFICATION,
    /** Moves prices within their bounds. */
    PRICING,
    /** Serves HTTP. */
    VIEWS;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
