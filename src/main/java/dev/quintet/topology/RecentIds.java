package dev.quintet.topology;

import dev.quintet.domain.limit.SlotWindow;
import dev.quintet.wire.Stores;
import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.streams.state.WindowStore;
import org.jspecify.annotations.Nullable;

/**
 * Which customers and orders may be found in the newest windows of the store: a window that certainly holds none of them
 * need not be read. Most orders are their customer's first of a day and new, and asking RocksDB in vain costs as much as
 * being answered, because its Java binding throws an exception inside for every key that is not there.
 */
final class RecentIds {
    /** How many windows are walked over when a task starts. Older ones stay unknown, and are read, until they are left behind. */
    private static final int WALKED = 4;

    /** A store that keeps longer has years in a segment, and walking over them takes longer than asking in vain. */
    private static final Duration WALKED_MAX = Duration.ofDays(30);

    private static final long LENGTH = SlotWindow.LENGTH.toMillis();

    /** Null where the store's content is unknown. A window's place is its number modulo their count. */
    private final @Nullable IdFilter[] filters;

    private long newest;

    private RecentIds(long newest, int windows) {
        this.newest = newest;
        filters = new IdFilter[windows];
    }

    /**
     * What a store holds, whose newest window starts at {@code newest}; {@link Long#MIN_VALUE} when it has none.
     *
     * @param memory how long orders are remembered
     */
    static RecentIds of(WindowStore<String, SlotWindow> windows, long newest, Duration memory, Duration retention) {
        // The window of the moment, those that the memory reaches back over, and some for records out of order.
        var recent =
                new RecentIds(newest, 1 + (int) memory.plus(Stores.LATENESS).toDays());
        if (newest != Long.MIN_VALUE && retention.compareTo(WALKED_MAX) <= 0) {
            recent.walk(windows);
        }
        return recent;
    }

    /** The start of the newest window that was ever written; {@link Long#MIN_VALUE} when none was. */
    long newest() {
        return newest;
    }

    /** False when the window that starts then certainly holds nothing of a customer, or no order of an id, by its {@link IdFilter#hash}. */
    boolean mayHold(long start, long hash) {
        if (start > newest) {
            return false;
        }
        var filter = filterOf(start);
        return filter == null || filter.mayHold(hash);
    }

    /** To be told of every order that is written to the store. */
    void add(long start, String customerId, String orderId) {
        if (start > newest) {
            advance(start);
        }
        var filter = filterOf(start);
        if (filter != null) {
            filter.add(customerId);
            filter.add(orderId);
        }
    }

    private @Nullable IdFilter filterOf(long start) {
        return start > newest - filters.length * LENGTH ? filters[place(start)] : null;
    }

    /** The windows between the newest so far and the one that begins hold nothing yet. What is over gets little more. */
    private void advance(long start) {
        for (var filter : filters) {
            if (filter != null) {
                filter.shrink();
            }
        }
        long first = newest == Long.MIN_VALUE ? Long.MIN_VALUE : newest + LENGTH;
        for (long begun = start; begun >= first && begun > start - filters.length * LENGTH; begun -= LENGTH) {
            filters[place(begun)] = new IdFilter();
        }
        newest = start;
    }

    private void walk(WindowStore<String, SlotWindow> windows) {
        long oldest = newest - (WALKED - 1) * LENGTH;
        for (long start = oldest; start <= newest; start += LENGTH) {
            filters[place(start)] = new IdFilter();
        }
        try (var found = windows.fetchAll(Instant.ofEpochMilli(oldest), Instant.ofEpochMilli(newest))) {
            while (found.hasNext()) {
                var next = found.next();
                for (var entry : next.value.entries()) {
                    add(next.value.startMillis(), next.key.key(), entry.orderId());
                }
            }
        }
    }

    private int place(long start) {
        return (int) Math.floorMod(start / LENGTH, (long) filters.length);
    }
}
