package dev.quintet.verb;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The services by name. Each is a Kafka Streams application of its own. */
enum Service {
    /** Judges orders. */
    ORDERS,
    /** Serves HTTP. */
    VIEWS;

    static String names() {
        return Arrays.stream(values()).map(Service::toString).collect(Collectors.joining(", "));
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
