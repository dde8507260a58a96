package dev.quintet.topology;

import dev.quintet.domain.limit.CustomerSlots;
import dev.quintet.domain.limit.SlotEntry;
import dev.quintet.domain.limit.SlotWindow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.WindowStore;
import org.jspecify.annotations.Nullable;

/**
 * The slots of the customers of one partition, by point gets of the windows that matter.
 *
 * <p>Keeps the newest window ever written beside them. It says which windows cannot exist yet, so that they need not be
 * looked for, and which the store has let go, so that an order that would need them is not let through unseen. The
 * store's own idea of time does not survive a restart, and stream time moves with records that were refused.
 */
final class LimitSlots {
    private static final String NEWEST = "newest";
    private static final long WINDOW = SlotWindow.LENGTH.toMillis();

    private final WindowStore<String, SlotWindow> windows;
    private final KeyValueStore<String, Long> watermark;
    private final long retention;
    private long newest;

    LimitSlots(WindowStore<String, SlotWindow> windows, KeyValueStore<String, Long> watermark, Duration retention) {
        this.windows = windows;
        this.watermark = watermark;
        this.retention = retention.toMillis();
        var stored = watermark.get(NEWEST);
        newest = stored == null ? Long.MIN_VALUE : stored;
    }

    /** Whether everything since an instant, in epoch milliseconds, is still kept. */
    boolean reachBackTo(long from) {
        return newest == Long.MIN_VALUE || SlotWindow.startOf(from) > newest - retention;
    }

    /**
     * A customer's windows around an instant, and what is known of the order.
     *
     * @param from the earliest instant that matters, in epoch milliseconds
     * @param quiet how long, in milliseconds, nothing must follow a slot for later ones not to matter
     */
    CustomerSlots read(String customerId, String orderId, long from, long placedAt, long quiet) {
        var read = new ArrayList<SlotWindow>(4);
        long until = placedAt + quiet;
        for (long start = SlotWindow.startOf(from); start <= newest && start <= until; start += WINDOW) {
            var window = windows.fetch(customerId, start);
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
        if (after.window() != null) {
            windows.put(customerId, after.window(), start);
        }
        if (after.row() != null) {
            var row = new SlotWindow(start, List.of(after.row()), false);
            windows.put(rowKey(customerId, entry.orderId()), row, start);
        }
        if (start > newest) {
            newest = start;
            watermark.put(NEWEST, start);
        }
    }

    private @Nullable SlotEntry spilled(List<SlotWindow> read, String customerId, String orderId) {
        for (var window : read) {
            if (window.spilled()) {
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
        return customerId + "/" + orderId;
    }
}
