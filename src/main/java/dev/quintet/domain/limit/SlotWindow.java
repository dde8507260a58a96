package dev.quintet.domain.limit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The orders that one customer placed in one window of 24 hours, aligned to the epoch: what is stored.
 *
 * @param startMillis epoch milliseconds, a multiple of {@link #LENGTH}
 * @param entries oldest verdict first
 * @param spilled whether further refusals of this window are kept in rows of their own
 */
public record SlotWindow(long startMillis, List<SlotEntry> entries, boolean spilled) {
    public static final Duration LENGTH = Duration.ofDays(1);

    /**
     * How many entries without a live slot are kept beside the live ones. A customer may be refused any number of
     * times; beyond this bound each refusal gets a row of its own, so that a write never grows with the refusals before.
     */
    public static final int INLINE_DEAD_MAX = 16;

    /**
     * How many live slots a window holds: twice what the largest limit of one promotion leaves. The window is one row, which
     * is read and written with every order, and a row must stay well below what a topic takes.
     */
    public static final int LIVE_MAX = 2 * Limit.MAX_MAX;

    /** Checked when a window is built to be written and when it was read: an order lies in the window that keeps it. */
    public SlotWindow {
        for (var entry : entries) {
            if (startOf(entry.placedAtMillis()) != startMillis) {
                throw new IllegalStateException("Order " + entry.orderId() + " is kept in the window of another day");
            }
        }
    }

    public static SlotWindow empty(long startMillis) {
        return new SlotWindow(startMillis, List.of(), false);
    }

    /** The start of the window that an instant, in epoch milliseconds, falls into. */
    public static long startOf(long millis) {
        return Math.floorDiv(millis, LENGTH.toMillis()) * LENGTH.toMillis();
    }

    /** The latest instant at which one of its orders was placed, in epoch milliseconds; the start when there is none. */
    public long lastMillis() {
        long last = startMillis;
        for (var entry : entries) {
            last = Math.max(last, entry.placedAtMillis());
        }
        return last;
    }

    @Nullable
    SlotEntry find(String orderId) {
        for (var entry : entries) {
            if (entry.orderId().equals(orderId)) {
                return entry;
            }
        }
        return null;
    }

    /** This window with one more order, or with {@code spilled} set when the order has to have a row of its own. */
    public Change remember(SlotEntry entry) {
        if (entry.status().isLive() || dead() < INLINE_DEAD_MAX) {
            var next = new ArrayList<SlotEntry>(entries.size() + 1);
            next.addAll(entries);
            next.add(entry);
            return new Change(new SlotWindow(startMillis, next, spilled), null);
        }
        return new Change(spilled ? null : new SlotWindow(startMillis, entries, true), entry);
    }

    /** The slot of an order becomes CONFIRMED. Nothing changes unless it is RESERVED, so doing it twice is doing it once. */
    public Change confirm(String orderId) {
        var entry = find(orderId);
        return entry == null || entry.status() != SlotStatus.RESERVED
                ? Change.NONE
                : new Change(replace(entry, entry.withStatus(SlotStatus.CONFIRMED)), null);
    }

    /** The slot of an order is given back. Nothing changes unless it is RESERVED: a confirmed slot stays used. */
    public Change release(String orderId) {
        var entry = find(orderId);
        if (entry == null || entry.status() != SlotStatus.RESERVED) {
            return Change.NONE;
        }
        var released = entry.withStatus(SlotStatus.RELEASED);
        return dead() < INLINE_DEAD_MAX
                ? new Change(replace(entry, released), null)
                : new Change(without(entry), released);
    }

    private SlotWindow replace(SlotEntry entry, SlotEntry replacement) {
        var next = entries.stream()
                .map(other -> other.orderId().equals(entry.orderId()) ? replacement : other)
                .toList();
        return new SlotWindow(startMillis, next, spilled);
    }

    private SlotWindow without(SlotEntry entry) {
        var next = entries.stream()
                .filter(other -> !other.orderId().equals(entry.orderId()))
                .toList();
        return new SlotWindow(startMillis, next, true);
    }

    /** The entries that hold a slot, under whichever promotion. */
    List<SlotEntry> live() {
        return entries.stream().filter(entry -> entry.status().isLive()).toList();
    }

    private int dead() {
        int dead = 0;
        for (var entry : entries) {
            if (!entry.status().isLive()) {
                dead++;
            }
        }
        return dead;
    }

    /**
     * What is to be written.
     *
     * @param window the window; null when it did not change
     * @param row an entry that is to have a row of its own; null when there is none
     */
    public record Change(
            @Nullable SlotWindow window, @Nullable SlotEntry row) {
        static final Change NONE = new Change(null, null);
    }
}
