package dev.quintet.wire;

import dev.quintet.domain.order.Ids;

/** The keys of {@link Stores#ORDER_MESSAGES}: in the order of the bytes, the messages about an order stand together. */
public final class MessageKeys {
    private MessageKeys() {}

    /** The key of a message. No id of an order or a customer has a {@code #}. */
    public static String of(String customerId, String orderId, String messageId) {
        return first(customerId, orderId) + messageId;
    }

    /** Not after any message about the order. */
    public static String first(String customerId, String orderId) {
        return Ids.ofCustomer(customerId, orderId) + "#";
    }

    /** Not before any message about the order. */
    public static String last(String customerId, String orderId) {
        return Ids.ofCustomer(customerId, orderId) + "$";
    }
}
