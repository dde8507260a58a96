package dev.quintet.http;

import dev.quintet.domain.order.Ids;
import io.javalin.http.Context;

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
        var orderId = context.pathParam("orderId");
        if (!Ids.isValid(orderId)) {
            throw new MalformedRequestException("An order id is " + Ids.RULE);
        }
        return orderId;
    }

    /**
     * Who operates: an id in the header {@code Quintet-Operator}, or {@code operator}.
     *
     * @throws MalformedRequestException when it is no id
     */
    static String operator(Context context) {
        var operator = context.header(OPERATOR);
        if (operator == null) {
            return "operator";
        }
        if (!Ids.isValid(operator)) {
            throw new MalformedRequestException(OPERATOR + " must be " + Ids.RULE);
        }
        return operator;
    }
}
