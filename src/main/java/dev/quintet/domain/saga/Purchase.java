package dev.quintet.domain.saga;

import dev.quintet.domain.order.Money;
import dev.quintet.domain.order.OrderLine;
import java.util.List;

/**
 * What the participants need to know of an accepted order.
 *
 * @param placedAt epoch milliseconds: in which window its slot lies
 * @param total after discount
 */
public record Purchase(
        String orderId,
        String customerId,
        String promotionId,
        long placedAt,
        String outletId,
        List<OrderLine> lines,
        Money total,
        String paymentMethod) {}
