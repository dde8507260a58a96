package dev.quintet.domain.limit;

import dev.quintet.domain.order.LimitUnit;
import java.util.List;

/** The instants, in epoch milliseconds, over which a limit counts. */
sealed interface Span permits Interval, LocalDay {

    boolean contains(long millis);

    default int unitsIn(List<SlotEntry> slots, LimitUnit unit) {
        int units = 0;
        for (var slot : slots) {
            if (contains(slot.placedAtMillis())) {
                units += slot.units(unit);
            }
        }
        return units;
    }

    default List<String> ordersIn(List<SlotEntry> slots) {
        return slots.stream()
                .filter(slot -> contains(slot.placedAtMillis()))
                .map(SlotEntry::orderId)
                .toList();
    }
}
