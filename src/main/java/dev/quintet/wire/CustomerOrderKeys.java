package dev.quintet.wire;

import java.time.Instant;
import java.util.Locale;

/** The keys of {@link Stores#CUSTOMER_ORDERS}: in the order of the bytes, a customer's orders stand together, newest first. */
public final class CustomerOrderKeys {
    private static final String SEPARATOR = "/";

    /** The character after the separator, which no id has either. */
    private static final String AFTER_SEPARATOR = "0";

    private CustomerOrderKeys() {}

    /** The key of an order. */
    public static String of(String customerId, Instant placedAt, String orderId) {
        // Counted down, and of one length for any time: digits then sort as the times do, the other way round.
        long down = Long.MAX_VALUE - placedAt.toEpochMilli();
        return customerId + SEPARATOR + String.format(Locale.ROOT, "%019d", down) + SEPARATOR + orderId;
    }

    /** Not after any order of a customer. */
    public static String first(String customerId) {
        return customerId + SEPARATOR;
    }

    /** Not before any order of a customer. */
    public static String last(String customerId) {
        return customerId + AFTER_SEPARATOR;
    }

    /** The first key that may follow another. */
    public static String after(String key) {
        return key + "\0";
    }
}
