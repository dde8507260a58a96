package dev.quintet.domain.order;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How much of its tightest limit a customer had used when an order was judged.
 *
 * @param used units in the fullest window that the order touches, the order included when it was accepted
 * @param nextSlotAt the earliest instant at which the same order would pass; null when it passed, or never would
 * @param countedOrders the orders that fill the window, no more than {@link #NAMED_MAX} of them; empty when the order was
 *     accepted
 * @param counted how many orders fill the window
 */
public record LimitUse(
        LimitUnit unit, int max, int used, @Nullable Instant nextSlotAt, List<String> countedOrders, int counted) {
    /** How many orders are named. A limit may count 1,000, and what is kept of a verdict must stay small. */
    public static final int NAMED_MAX = 100;

    /** Names no more than it may, whoever made the list: also one that was stored before there was a bound. */
    public LimitUse {
        counted = Math.max(counted, countedOrders.size());
        if (countedOrders.size() > NAMED_MAX) {
            countedOrders = List.copyOf(countedOrders.subList(0, NAMED_MAX));
        }
    }

    /** A use in which these orders count. */
    public LimitUse(LimitUnit unit, int max, int used, @Nullable Instant nextSlotAt, List<String> countedOrders) {
        this(unit, max, used, nextSlotAt, countedOrders, countedOrders.size());
    }

    /** Units left; 0, never less, when the limit was lowered below what is used. */
    public int remaining() {
        return Math.max(0, max - used);
    }
}
