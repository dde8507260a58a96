package dev.quintet.domain.view;

import dev.quintet.domain.order.OrderFact;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What was sold under a promotion in one minute.
 *
 * @param refused orders that were refused, by reason
 * @param confirmed orders that were confirmed in this minute, whenever they were placed; likewise the two after it
 * @param revenue what was confirmed, less what was confirmed and undone, in minor units by currency
 * @param items how many of each item were accepted; of the first {@link #ITEMS_MAX}, the others together
 */
public record SalesMinute(
        long accepted,
        Map<String, Long> refused,
        long confirmed,
        long completed,
        long cancelled,
        Map<String, Long> revenue,
        Map<String, Long> items) {
    /** How many items are named. */
    public static final int ITEMS_MAX = 1_000;

    /** What all other items count under, once there are more. */
    public static final String OTHERS = "(others)";

    public static final SalesMinute NOTHING = new SalesMinute(0, Map.of(), 0, 0, 0, Map.of(), Map.of());

    /** The minute with what a fact adds to it; null when the fact adds nothing. {@code order} is the order after the fact. */
    public static @Nullable SalesMinute of(OrderFact fact, OrderView order) {
        return switch (fact) {
            case OrderFact.Accepted _ -> new SalesMinute(1, Map.of(), 0, 0, 0, Map.of(), items(order));
            case OrderFact.Refused refused ->
                new SalesMinute(0, Map.of(refused.reason().name(), 1L), 0, 0, 0, Map.of(), Map.of());
            case OrderFact.Confirmed _ -> new SalesMinute(0, Map.of(), 1, 0, 0, revenue(order, 1), Map.of());
            case OrderFact.Completed _ -> new SalesMinute(0, Map.of(), 0, 1, 0, Map.of(), Map.of());
            // The slot stays taken only when the order had been confirmed, and then its revenue is undone.
            case OrderFact.Cancelled cancelled ->
                new SalesMinute(
                        0, Map.of(), 0, 0, 1, cancelled.slotReleased() ? Map.of() : revenue(order, -1), Map.of());
            default -> null;
        };
    }

    private static Map<String, Long> items(OrderView order) {
        Map<String, Long> items = new TreeMap<>();
        order.ordered().lines().forEach(line -> items.merge(line.itemId(), (long) line.quantity(), Long::sum));
        return items;
    }

    private static Map<String, Long> revenue(OrderView order, int sign) {
        var total = order.ordered().total();
        return total == null ? Map.of() : Map.of(total.currency(), sign * total.amountMinor());
    }

    /** Both together. */
    public SalesMinute plus(SalesMinute other) {
        return new SalesMinute(
                accepted + other.accepted,
                Counts.sum(refused, other.refused),
                confirmed + other.confirmed,
                completed + other.completed,
                cancelled + other.cancelled,
                Counts.sum(revenue, other.revenue),
                bounded(Counts.sum(items, other.items)));
    }

    /** The minute as one row: what is sold beyond the items that are named counts together. No item is called so. */
    private static Map<String, Long> bounded(Map<String, Long> items) {
        if (items.size() <= ITEMS_MAX + 1) {
            return items;
        }
        var named = new TreeMap<String, Long>();
        long others = 0;
        for (var item : new TreeMap<>(items).entrySet()) {
            if (named.size() < ITEMS_MAX && !item.getKey().equals(OTHERS)) {
                named.put(item.getKey(), item.getValue());
            } else {
                others += item.getValue();
            }
        }
        named.put(OTHERS, others);
        return named;
    }
}
