package dev.quintet.domain.view;

import dev.quintet.domain.order.Money;
import dev.quintet.domain.order.RefusalReason;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An order in the list of its customer.
 *
 * @param items how many items it has in all
 * @param total after discount; null when it was refused
 * @param holdsSlot whether it counts for the limits of its customer
 */
public record CustomerOrder(
        String orderId,
        String customerId,
        long version,
        OrderStatus status,
        Instant placedAt,
        Instant changedAt,
        String promotionId,
        String outletId,
        int items,
        @Nullable Money total,
        @Nullable RefusalReason reason,
        @Nullable String cancelCause,
        boolean holdsSlot) {

    /** What the list shows of an order. */
    public static CustomerOrder of(OrderView order) {
        return new CustomerOrder(
                order.orderId(),
                order.customerId(),
                order.version(),
                order.status(),
                order.placedAt(),
                order.changedAt(),
                order.ordered().promotionId(),
                order.ordered().outletId(),
                order.ordered().lines().stream().mapToInt(LineView::quantity).sum(),
                order.ordered().total(),
                order.reason(),
                order.cancelCause(),
                order.holdsSlot());
    }
}
