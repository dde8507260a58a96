package dev.quintet.domain.shipping;

import dev.quintet.domain.order.Ids;
import dev.quintet.domain.order.OrderLine;
import dev.quintet.domain.order.PlaceOrder;
import dev.quintet.domain.participant.CommandHead;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A command to shipping: have an order delivered to its customer, whose address shipping knows. */
public record ShippingCommand(CommandHead head, String outletId, List<OrderLine> lines) {

    /** What can't be so in it, in words for whoever sent it; null when nothing is. */
    public @Nullable String problem() {
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
