package dev.quintet.http;

import io.javalin.http.Context;
import org.jspecify.annotations.Nullable;

/** What requests about one order have in common. */
final class OrderPath {
    /** Who operates, for the audit; the reader of the log has nothing else to ask. */
    private static final String OPERATOR = "Quintet-Operator";

    private OrderPath() {}

    /**
     * The id in the path.
     *
     * @throws MalformedRequestException when it can be no order's id
     */
    static String id(Context context) {
        return RequestIds.inPath(context, "orderId");
    }

    /**
     * Whose order it is, in case that two customers chose the same id; null for the one who was first.
     *
     * @throws MalformedRequestException when it can be no customer's id
     */
    static @Nullable String customer(Context context) {
        return RequestIds.inQuery(context, "customer");
    }

    /**
     * Who operates: an id in the header {@code Quintet-Operator}, or {@code operator}.
     *
     * @throws MalformedRequestException when it is no id
     */
    static String operator(Context context) {
        var operator = RequestIds.inHeader(context, OPERATOR);
        return operator == null ? "operator" : operator;
    }
}
