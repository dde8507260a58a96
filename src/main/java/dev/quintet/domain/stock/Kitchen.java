package dev.quintet.domain.stock;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How many orders an outlet's kitchen takes, and how many it has taken in the present time slot. Time does not go back:
 * an order that comes late has its place in the present slot.
 *
 * @param orders how many in one slot; null for any number
 * @param slotMillis how long a slot is; slots are aligned to the epoch
 * @param slot the number of the present slot, by which orders remember where they have their place
 * @param slotStartMillis when the present slot began, in epoch milliseconds
 * @param used how many places of it are taken
 */
public record Kitchen(@Nullable Integer orders, long slotMillis, long slot, long slotStartMillis, int used) {
    /** How long a slot is unless somebody says otherwise. */
    public static final Duration SLOT = Duration.ofMinutes(5);

    /** The longest slot. */
    public static final Duration SLOT_MAX = Duration.ofDays(7);

    /** The most orders that one slot may be said to take. */
    public static final int ORDERS_MAX = 1_000_000;

    /** Takes any number, and counts them. */
    public static final Kitchen UNLIMITED = new Kitchen(null, SLOT.toMillis(), 0, 0, 0);

    public Kitchen {
        if (used < 0 || slotMillis <= 0) {
            throw new IllegalStateException("A kitchen with " + used + " places taken in " + slotMillis + " ms");
        }
    }

    /** The same at an instant, in epoch milliseconds: a new slot may have begun. */
    Kitchen at(long millis) {
        long start = millis - Math.floorMod(millis, slotMillis);
        return start > slotStartMillis ? new Kitchen(orders, slotMillis, slot + 1, start, 0) : this;
    }

    boolean hasPlace() {
        return orders == null || used < orders;
    }

    Kitchen take() {
        return new Kitchen(orders, slotMillis, slot, slotStartMillis, used + 1);
    }

    /** Gives back a place that was taken in a slot. A slot that is over takes none back. */
    Kitchen giveBack(long takenIn) {
        return takenIn == slot ? new Kitchen(orders, slotMillis, slot, slotStartMillis, used - 1) : this;
    }

    /**
     * The same kitchen with another capacity from now on. With another length of slots a new one begins, into which what
     * is taken in the present one is carried over and not given back: rather a place too few than one too many.
     */
    Kitchen withCapacity(@Nullable Integer orders, long slotMillis, long millis) {
        var now = at(millis);
        if (slotMillis == this.slotMillis) {
            return new Kitchen(orders, slotMillis, now.slot, now.slotStartMillis, now.used);
        }
        long time = Math.max(millis, now.slotStartMillis);
        return new Kitchen(orders, slotMillis, now.slot + 1, time - time % slotMillis, now.used);
    }
}
