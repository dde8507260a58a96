package dev.quintet.domain.shipping;

import dev.quintet.domain.order.Ids;
import dev.quintet.domain.order.OrderLine;
import dev.quintet.domain.order.PlaceOrder;
import dev.quintet.domain.participant.CommandHead;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A command to shipping. */
public record ShippingCommand(CommandHead head, ShippingRequest request) {

    /** What can't be so in it, in words for whoever sent it; null when nothing is. */
    public @Nullable String problem() {
        return switch (request) {
            case ShippingRequest.Promise(var outletId, var lines) -> problem(outletId, lines);
            case ShippingRequest.Arrange(var outletId, var lines) -> problem(outletId, lines);
            case ShippingRequest.Cancel(), ShippingRequest.Dispatch() -> null;
        };
    }

    private static @Nullable String problem(String outletId, List<OrderLine> lines) {
        if (!Ids.isValid(outletId) || lines.size() > PlaceOrder.LINES_MAX) {
            return "outletId must be " + Ids.RULE + ", and lines have at most " + PlaceOrder.LINES_MAX + " entries";
        }
        for (var line : lines) {
            if (!Ids.isValid(line.itemId())) {
                return "itemId must be " + Ids.RULE;
            }
        }
        return null;
    }
}
