package dev.quintet.topology;

import dev.quintet.domain.limit.SlotWindow;
import dev.quintet.wire.Stores;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.streams.state.WindowStore;
import org.jspecify.annotations.Nullable;

/**
 * Which customers and orders may be found in the newest windows of the store: a window that certainly holds none of them
 * need not be read. Most orders are their customer's first of a day and new, and asking RocksDB in vain costs as much as
 * being answered, because its Java binding throws an exception inside for every key that is not there.
 */
final class RecentIds {
    /** A store that keeps longer has years in a segment, and walking over them takes longer than asking in vain. */
    private static final Duration WALKED_MAX = Duration.ofDays(30);

    private static final long LENGTH = SlotWindow.LENGTH.toMillis();

    /** Null where the store's content is unknown. A window's place is its number modulo their count. */
    private final @Nullable IdFilter[] filters;

    /** Those that are being walked over, by the window's start, and what came to them since. */
    private final Map<Long, IdFilter> drafts = new HashMap<>();

    private final WindowStore<String, SlotWindow> windows;
    private final long walkedTo;
    private long newest;
    private long walking;
    private @Nullable String at;

    private RecentIds(WindowStore<String, SlotWindow> windows, long newest, int count, boolean isWalked) {
        this.windows = windows;
        this.newest = newest;
        filters = new IdFilter[count];
        walking = newest;
        walkedTo = isWalked ? newest - (count - 1) * LENGTH : Long.MAX_VALUE;
        for (long start = newest; start >= walkedTo; start -= LENGTH) {
            drafts.put(start, new IdFilter());
        }
    }

    /**
     * What a store holds, once {@link #goOn} has walked over it, whose newest window starts at {@code newest}; {@link Long#MIN_VALUE} when it has none.
     *
     * @param memory how long orders are remembered
     */
    static RecentIds of(WindowStore<String, SlotWindow> windows, long newest, Duration memory, Duration retention) {
        // The window of the moment, those that the memory reaches back over, and some for records out of order.
        int count = 1 + (int) memory.plus(Stores.LATENESS).toDays();
        boolean isWalked = newest != Long.MIN_VALUE && retention.compareTo(WALKED_MAX) <= 0;
        return new RecentIds(windows, newest, count, isWalked);
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
        var filter = drafts.getOrDefault(start, filterOf(start));
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

    /** Whether as much is known as will be. */
    boolean isWalked() {
        return walking < walkedTo;
    }

    /** Walks on over what was there at the start, the newest window first. A window that is not walked over whole stays unknown. */
    void goOn(Turn turn) {
        while (!isWalked()) {
            var filter = drafts.computeIfAbsent(walking, _ -> new IdFilter());
            if (!walk(filter, turn)) {
                return;
            }
            if (walking > newest - filters.length * LENGTH) {
                filters[place(walking)] = filter;
            }
            if (walking < newest) {
                filter.shrink();
            }
            drafts.remove(walking);
            at = null;
            walking -= LENGTH;
        }
    }

    /** False when the turn ended before. */
    private boolean walk(IdFilter filter, Turn turn) {
        var start = Instant.ofEpochMilli(walking);
        try (var found = windows.fetch(at, null, start, start)) {
            while (found.hasNext()) {
                var next = found.next();
                var key = next.key.key();
                if (key.equals(at)) {
                    continue;
                }
                if (!turn.goesOn()) {
                    return false;
                }
                at = key;
                filter.add(key);
                next.value.entries().forEach(entry -> filter.add(entry.orderId()));
            }
        }
        return true;
    }

    private int place(long start) {
        return (int) Math.floorMod(start / LENGTH, (long) filters.length);
    }
}
