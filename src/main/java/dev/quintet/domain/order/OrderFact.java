package dev.quintet.domain.order;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something that happened to an order. */
public sealed interface OrderFact {

    /** The order stands and holds a slot. {@code total} is after discount. */
    record Accepted(
            String promotionId,
            long policyVersion,
            LimitUse use,
            String outletId,
            List<PricedLine> lines,
            int discountPercent,
            Money total,
            String paymentMethod)
            implements OrderFact {}

    /** The order was refused; it holds no slot and never will. {@code use} is null unless a limit refused it. */
    record Refused(
            String promotionId,
            long policyVersion,
            RefusalReason reason,
            @Nullable LimitUse use,
            String outletId,
            List<OrderLine> lines)
            implements OrderFact {}
}
