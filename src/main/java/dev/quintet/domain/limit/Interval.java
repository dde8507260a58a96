package dev.quintet.domain.limit;

import dev.quintet.domain.order.LimitUnit;
import java.util.List;

/**
 * A half-open stretch of time in epoch milliseconds, closed at its start.
 *
 * <p>A rolling window {@code (e - length, e]} is {@code [e - length + 1, e + 1)} here: record timestamps are whole
 * milliseconds, so the two hold the same instants.
 */
record Interval(long from, long until) {

    static Interval endingWith(long last, long length) {
        return new Interval(last - length + 1, last + 1);
    }

    boolean contains(long millis) {
        return from <= millis && millis < until;
    }

    int unitsIn(List<SlotEntry> slots, LimitUnit unit) {
        int units = 0;
        for (var slot : slots) {
            if (contains(slot.placedAtMillis())) {
                units += slot.units(unit);
            }
        }
        return units;
    }

    List<String> ordersIn(List<SlotEntry> slots) {
        return slots.stream()
                .filter(slot -> contains(slot.placedAtMillis()))
                .map(SlotEntry::orderId)
                .toList();
    }
}
