package dev.quintet.domain.view;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Those orders of a customer whose last change came after another one, in the order of the changes, a bounded number at a
 * time. What their times say does not matter.
 */
public final class CustomerChanges {
    private final long after;
    private final int max;
    private final TreeMap<Long, CustomerOrder> next = new TreeMap<>();
    private long newest;

    /**
     * Begins to collect.
     *
     * @param after the change after which to begin
     * @param max how many are kept: the earliest ones
     */
    public CustomerChanges(long after, int max) {
        this.after = after;
        this.max = max;
    }

    /** Adds an order of the customer's list, in any order. */
    public void add(CustomerOrder order) {
        newest = Math.max(newest, order.change());
        if (order.change() > after) {
            next.put(order.change(), order);
            if (next.size() > max) {
                next.pollLastEntry();
            }
        }
    }

    /** The changes, the earliest first. */
    public List<CustomerOrder> next() {
        return new ArrayList<>(next.values());
    }

    /** Whether there may be more after {@link #next}. */
    public boolean isFull() {
        return next.size() == max;
    }

    /** The latest change of all that was added; 0 when there was none. */
    public long newest() {
        return newest;
    }
}
