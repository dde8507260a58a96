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
 * @param change where its last change stands among all changes of the customer's list, from 1 on, within one generation of
 *     the views; 0 when that is not known. Times do not tell: two changes may have the same, and a later one an earlier
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
        boolean holdsSlot,
        long change) {

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
                order.holdsSlot(),
                0);
    }

    /** The same, with its place among the changes of the list. */
    public CustomerOrder at(long place) {
        return new CustomerOrder(
                orderId,
                customerId,
                version,
                status,
                placedAt,
                changedAt,
                promotionId,
                outletId,
                items,
                total,
                reason,
                cancelCause,
                holdsSlot,
                place);
    }
}
