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
    private final long retention;
    private final RecentIds recent;

    LimitSlots(WindowStore<String, SlotWindow> windows, KeyValueStore<String, Long> watermark, Duration retention) {
        this.windows = windows;
        this.watermark = watermark;
        this.retention = retention.toMillis();
        var stored = watermark.get(NEWEST);
        recent = RecentIds.of(windows, stored == null ? Long.MIN_VALUE : stored, retention);
    }

    /** Whether everything since an instant, in epoch milliseconds, is still kept. */
    boolean reachBackTo(long from) {
        return recent.newest() == Long.MIN_VALUE || SlotWindow.startOf(from) > recent.newest() - retention;
    }

    /**
     * A customer's windows around an instant, and what is known of the order.
     *
     * @param from the earliest instant at which the order may be known, in epoch milliseconds
     * @param limitFrom the earliest instant whose slots count, in epoch milliseconds; not after {@code placedAt}
     * @param quiet how long, in milliseconds, nothing must follow a slot for later ones not to matter
     */
    CustomerSlots read(String customerId, String orderId, long from, long limitFrom, long placedAt, long quiet) {
        var read = new ArrayList<SlotWindow>(4);
        long until = placedAt + quiet;
        for (long start = SlotWindow.startOf(from); start <= recent.newest() && start <= until; start += WINDOW) {
            boolean matters = start + WINDOW > limitFrom || recent.mayHold(start, orderId);
            var window = matters && recent.mayHold(start, customerId) ? windows.fetch(customerId, start) : null;
            if (window != null) {
                read.add(window);
                until = Math.max(until, window.lastMillis() + quiet);
            }
        }
        var known = CustomerSlots.find(read, orderId);
        return new CustomerSlots(read, known == null ? spilled(read, customerId, orderId) : known);
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
        for (var window : read) {
            if (window.spilled() && recent.mayHold(window.startMillis(), orderId)) {
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
