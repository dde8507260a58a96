package dev.quintet.faults;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** An order of one item as a caller posts it. */
record Posted(String orderId, String customerId, String itemId, String outletId, String method) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** From the first outlet. Always by the same card for the same id: one in ten pays with one that is declined. */
    Posted(String orderId, String customerId, String itemId) {
        this(
                orderId,
                customerId,
                itemId,
                "akaso-1",
                Math.floorMod(orderId.hashCode(), 10) == 0 ? "tok_declined" : "tok_ok");
    }

    static Posted classic(String orderId, String customerId) {
        return new Posted(orderId, customerId, "classic");
    }

    /** Paid with this token. */
    static Posted classic(String orderId, String customerId, String method) {
        return new Posted(orderId, customerId, "classic", "akaso-1", method);
    }

    String json() {
        ObjectNode order = JSON.createObjectNode()
                .put("orderId", orderId)
                .put("customerId", customerId)
                .put("promotionId", "burger-day")
                .put("outletId", outletId);
        order.putArray("lines").addObject().put("itemId", itemId).put("quantity", 1);
        order.putObject("payment").put("method", method);
        return order.toString();
    }
}
