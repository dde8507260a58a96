package dev.quintet.domain.view;

import dev.quintet.domain.order.OrderLine;
import dev.quintet.domain.order.PricedLine;
import org.jspecify.annotations.Nullable;

/**
 * One line of an order.
 *
 * @param unitPriceMinor the menu price of one, before discount, in minor units; null when the order was refused
 */
public record LineView(
        String itemId, int quantity, @Nullable Long unitPriceMinor) {

    static LineView of(PricedLine line) {
        return new LineView(line.itemId(), line.quantity(), line.unitPriceMinor());
    }

    static LineView of(OrderLine line) {
        return new LineView(line.itemId(), line.quantity(), null);
    }
}
