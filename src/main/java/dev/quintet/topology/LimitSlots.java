package dev.quintet.topology;

import dev.quintet.domain.limit.CustomerSlots;
import dev.quintet.domain.limit.SlotEntry;
import dev.quintet.domain.limit.SlotWindow;
import dev.quintet.domain.order.Ids;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.WindowStore;
import org.jspecify.annotations.Nullable;

/**
 * The slots of the customers of one partition, by point gets of the windows that matter.
 *
 * <p>Keeps the newest window ever written beside them. It says which windows the store has let go, so that an order that
 * would need them is not let through unseen. The store's own idea of time does not survive a restart, and stream time
 * moves with records that were refused.
 */
final class LimitSlots {
    private static final String NEWEST = "newest";
    private static final long WINDOW = SlotWindow.LENGTH.toMillis();

    private final WindowStore<String, SlotWindow> windows;
    private final KeyValueStore<String, Long> watermark;
    private final long memory;
    private final long retention;
    private final RecentIds recent;

    /**
     * @param memory how long an order is known, on either side of its own time
     * @param retention how long the store keeps
     */
    LimitSlots(
            WindowStore<String, SlotWindow> windows,
            KeyValueStore<String, Long> watermark,
            Duration memory,
            Duration retention) {
        this.windows = windows;
        this.watermark = watermark;
        this.memory = memory.toMillis();
        this.retention = retention.toMillis();
        var stored = watermark.get(NEWEST);
        recent = RecentIds.of(windows, stored == null ? Long.MIN_VALUE : stored, memory, retention);
    }

    /** The start of the newest window that was ever written; {@link Long#MIN_VALUE} when none was. */
    long newest() {
        return recent.newest();
    }

    /** Gets to know what was there at the start, so that less is read in vain. False when nothing is left to get to know. */
    boolean goOn(Turn turn) {
        recent.goOn(turn);
        return !recent.isWalked();
    }

    /**
     * Whether everything is still kept that an order placed at an instant needs.
     *
     * @param limitFrom the earliest instant whose slots count, in epoch milliseconds; not after {@code placedAt}
     * @param placedAt epoch milliseconds
     */
    boolean reachBackTo(long limitFrom, long placedAt) {
        return recent.newest() == Long.MIN_VALUE || firstWindow(limitFrom, placedAt) > recent.newest() - retention;
    }

    /**
     * A customer's windows around an instant, and what is known of the order. Its id is looked for on both sides: records
     * may come out of order, and the first time that the id was seen may lie ahead.
     *
     * @param limitFrom the earliest instant whose slots count, in epoch milliseconds; not after {@code placedAt}
     * @param placedAt epoch milliseconds
     * @param quiet how long, in milliseconds, nothing must follow a slot for later ones not to matter
     */
    CustomerSlots read(String customerId, String orderId, long limitFrom, long placedAt, long quiet) {
        long customer = IdFilter.hash(customerId);
        long order = IdFilter.hash(orderId);
        var read = new ArrayList<SlotWindow>(4);
        long until = placedAt + quiet;
        long start = firstWindow(limitFrom, placedAt);
        while (start <= recent.newest() && start <= Math.max(until, placedAt + memory)) {
            boolean counts = start + WINDOW > limitFrom && start <= until;
            boolean matters = counts || recent.mayHold(start, order);
            var window = matters && recent.mayHold(start, customer) ? windows.fetch(customerId, start) : null;
            if (window != null) {
                read.add(window);
                until = counts ? Math.max(until, window.lastMillis() + quiet) : until;
            }
            start += WINDOW;
        }
        var known = CustomerSlots.find(read, orderId);
        return new CustomerSlots(read, known == null ? spilled(read, customerId, orderId) : known);
    }

    /** Where looking begins: as far back as an order is remembered or slots count. */
    private long firstWindow(long limitFrom, long placedAt) {
        return SlotWindow.startOf(Math.max(0, Math.min(limitFrom, placedAt - memory)));
    }

    /** Keeps the entry of an order that was judged by {@code held}. One write, two when a window begins to spill. */
    void remember(String customerId, CustomerSlots held, SlotEntry entry) {
        long start = SlotWindow.startOf(entry.placedAtMillis());
        var after = held.windowAt(start).remember(entry);
        write(windows, customerId, start, after);
        if (start > recent.newest()) {
            watermark.put(NEWEST, start);
        }
        recent.add(start, customerId, entry.orderId());
    }

    static void write(
            WindowStore<String, SlotWindow> windows, String customerId, long start, SlotWindow.Change change) {
        if (change.window() != null) {
            windows.put(customerId, change.window(), start);
        }
        if (change.row() != null) {
            var row = new SlotWindow(start, List.of(change.row()), false);
            windows.put(rowKey(customerId, change.row().orderId()), row, start);
        }
    }

    private @Nullable SlotEntry spilled(List<SlotWindow> read, String customerId, String orderId) {
        long order = IdFilter.hash(orderId);
        for (var window : read) {
            if (window.spilled() && recent.mayHold(window.startMillis(), order)) {
                var row = windows.fetch(rowKey(customerId, orderId), window.startMillis());
                if (row != null) {
                    return row.entries().getFirst();
                }
            }
        }
        return null;
    }

    /** No id has a slash, so no customer is called like a row. */
    private static String rowKey(String customerId, String orderId) {
        return Ids.ofCustomer(customerId, orderId);
    }
}
