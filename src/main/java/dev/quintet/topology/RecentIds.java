package dev.quintet.topology;

import dev.quintet.domain.limit.SlotWindow;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.apache.kafka.streams.state.WindowStore;
import org.jspecify.annotations.Nullable;

/**
 * Which customers and orders may be found in the newest windows of the store: a window that certainly holds none of them
 * need not be read. Most orders are their customer's first of a day, and asking RocksDB in vain costs as much as being
 * answered, because its Java binding throws an exception inside for every key that is not there.
 */
final class RecentIds {
    /** The days that an order's memory reaches over, and one for records out of order. */
    private static final int WINDOWS = 4;

    /** A store that keeps longer has years in a segment, and walking over them takes longer than asking in vain. */
    private static final Duration WALKED_MAX = Duration.ofDays(30);

    private static final long LENGTH = SlotWindow.LENGTH.toMillis();

    /** Null where the store's content is unknown. A window's place is its number modulo {@link #WINDOWS}. */
    private final @Nullable IdFilter[] filters = new IdFilter[WINDOWS];

    private long newest;

    private RecentIds(long newest) {
        this.newest = newest;
    }

    /** What a store holds, whose newest window starts at {@code newest}; {@link Long#MIN_VALUE} when it has none. */
    static RecentIds of(WindowStore<String, SlotWindow> windows, long newest, Duration retention) {
        var recent = new RecentIds(newest);
        if (newest != Long.MIN_VALUE && retention.compareTo(WALKED_MAX) <= 0) {
            recent.walk(windows);
        }
        return recent;
    }

    /** The start of the newest window that was ever written; {@link Long#MIN_VALUE} when none was. */
    long newest() {
        return newest;
    }

    /** False when the window that starts then certainly holds nothing of a customer, or no order of an id. */
    boolean mayHold(long start, String id) {
        if (start > newest) {
            return false;
        }
        var filter = start > newest - WINDOWS * LENGTH ? filters[place(start)] : null;
        return filter == null || filter.mayHold(id);
    }

    /** To be told of every order that is written to the store. */
    void add(long start, String customerId, String orderId) {
        if (start > newest) {
            advance(start);
        }
        var filter = start > newest - WINDOWS * LENGTH ? filters[place(start)] : null;
        if (filter != null) {
            filter.add(customerId);
            filter.add(orderId);
        }
    }

    /** The windows between the newest so far and the one that begins hold nothing yet. */
    private void advance(long start) {
        long first = newest == Long.MIN_VALUE ? Long.MIN_VALUE : newest + LENGTH;
        for (long begun = start; begun >= first && begun > start - WINDOWS * LENGTH; begun -= LENGTH) {
            filters[place(begun)] = new IdFilter();
        }
        newest = start;
    }

    private void walk(WindowStore<String, SlotWindow> windows) {
        Arrays.setAll(filters, _ -> new IdFilter());
        var oldest = Instant.ofEpochMilli(newest - (WINDOWS - 1) * LENGTH);
        try (var found = windows.fetchAll(oldest, Instant.ofEpochMilli(newest))) {
            while (found.hasNext()) {
                var next = found.next();
                for (var entry : next.value.entries()) {
                    add(next.value.startMillis(), next.key.key(), entry.orderId());
                }
            }
        }
    }

    private static int place(long start) {
        return (int) Math.floorMod(start / LENGTH, (long) WINDOWS);
    }
}
