package dev.quintet.verb;

import java.util.Locale;

/** The services by name. Each is a Kafka Streams application of its own. */
enum Service {
    /** Judges orders. */
    ORDERS,
    /** Arranges deliveries. */
    SHIPPING,
    /** Tells customers about their orders. */
    NOTIFICATION,
    /** Serves HTTP. */
    VIEWS;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
