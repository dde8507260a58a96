package dev.quintet.domain.order;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How much of its tightest limit a customer had used when an order was judged.
 *
 * @param used units in the fullest window that the order touches, the order included when it was accepted
 * @param nextSlotAt the earliest instant at which the same order would pass; null when it passed, or never would
 * @param countedOrders the orders that fill the window; empty when the order was accepted
 */
public record LimitUse(
        LimitUnit unit, int max, int used, @Nullable Instant nextSlotAt, List<String> countedOrders) {

    /** Units left; 0, never less, when the limit was lowered below what is used. */
    public int remaining() {
        return Math.max(0, max - used);
    }
}
