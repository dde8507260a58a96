package dev.quintet.http;

import io.javalin.http.Context;
import java.util.Map;

/** The answer about an order that no view has. */
final class UnknownOrder {
    private UnknownOrder() {}

    static void answer(Context context) {
        var orderId = context.pathParam("orderId");
        new ProblemDocument(
                        404,
                        "unknown-order",
                        "Unknown order",
                        "There is no order " + orderId,
                        Map.of("orderId", orderId))
                .answer(context);
    }
}
