package dev.quintet.domain.view;

import dev.quintet.domain.order.LimitUse;
import dev.quintet.domain.order.Money;
import dev.quintet.domain.order.OrderFact;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was ordered, and under which terms it was judged.
 *
 * @param use the tightest limit; null when none was looked at
 * @param total after discount; null when the order was refused
 */
public record Ordered(
        String promotionId,
        long policyVersion,
        String outletId,
        List<LineView> lines,
        int discountPercent,
        @Nullable Money total,
        @Nullable LimitUse use) {

    static Ordered of(OrderFact.Accepted fact) {
        return new Ordered(
                fact.promotionId(),
                fact.policyVersion(),
                fact.outletId(),
                fact.lines().stream().map(LineView::of).toList(),
                fact.discountPercent(),
                fact.total(),
                fact.use());
    }

    static Ordered of(OrderFact.Refused fact) {
        return new Ordered(
                fact.promotionId(),
                fact.policyVersion(),
                fact.outletId(),
                fact.lines().stream().map(LineView::of).toList(),
                0,
                null,
                fact.use());
    }
}
