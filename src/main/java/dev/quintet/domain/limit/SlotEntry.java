package dev.quintet.domain.limit;

import dev.quintet.domain.order.LimitUnit;
import dev.quintet.domain.order.LimitUse;
import dev.quintet.domain.order.Money;
import dev.quintet.domain.order.RefusalReason;
import dev.quintet.domain.order.Verdict;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An order that was judged: the slot that it holds, and the verdict that it got, so that it gets the same one again.
 *
 * @param placedAtMillis epoch milliseconds
 * @param fingerprint of the order's content
 * @param items how many items it has, the units of a limit on ITEMS
 */
public record SlotEntry(
        String orderId,
        String promotionId,
        long placedAtMillis,
        long fingerprint,
        SlotStatus status,
        int items,
        long policyVersion,
        @Nullable RefusalReason reason,
        @Nullable LimitUse use,
        @Nullable Money total) {

    /** How much of a limit the order uses. */
    int units(LimitUnit unit) {
        return switch (unit) {
            case ORDERS -> 1;
            case ITEMS -> items;
        };
    }

    SlotEntry withStatus(SlotStatus next) {
        return new SlotEntry(
                orderId, promotionId, placedAtMillis, fingerprint, next, items, policyVersion, reason, use, total);
    }

    /** The verdict that this order got. Its one fact so far is the one that came with it. */
    Verdict verdict(String customerId, boolean duplicate) {
        return new Verdict(
                orderId,
                customerId,
                reason,
                Instant.ofEpochMilli(placedAtMillis),
                promotionId,
                policyVersion,
                use,
                total,
                1,
                duplicate);
    }
}
