package dev.quintet.domain.notification;

import dev.quintet.domain.order.Money;
import dev.quintet.domain.order.OrderFact;
import dev.quintet.domain.order.PricedLine;
import java.util.List;

/**
 * What a message says was ordered.
 *
 * @param discountPercent on the sum of the lines, 0 to 100
 * @param total after discount
 */
public record OrderContent(List<PricedLine> lines, int discountPercent, Money total) {
    public static OrderContent of(OrderFact.Accepted accepted) {
        return new OrderContent(accepted.lines(), accepted.discountPercent(), accepted.total());
    }
}
