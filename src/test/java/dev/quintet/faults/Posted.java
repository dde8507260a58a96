package dev.quintet.faults;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** An order as a caller posts it. */
record Posted(String orderId, String customerId, String itemId) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static Posted classic(String orderId, String customerId) {
        return new Posted(orderId, customerId, "classic");
    }

    String json() {
        ObjectNode order = JSON.createObjectNode()
                .put("orderId", orderId)
                .put("customerId", customerId)
                .put("promotionId", "burger-day")
                .put("outletId", "akaso-1");
        order.putArray("lines").addObject().put("itemId", itemId).put("quantity", 1);
        // The same each time that the order is posted: one in ten pays with a card that is declined.
        boolean isDeclined = Math.floorMod(orderId.hashCode(), 10) == 0;
        order.putObject("payment").put("method", isDeclined ? "tok_declined" : "tok_ok");
        return order.toString();
    }
}
