package dev.quintet.topology;

import dev.quintet.domain.view.OrderView;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The open orders that the last facts were about. The next fact of an order mostly comes soon, and finding the order here saves reading and
 * decoding its row. Lives as long as its task, whose thread alone writes the rows, so it never differs from them.
 */
final class RecentOrders {
    /** More orders than are on their way in one partition at the rates that two cores reach. */
    private static final int MAX = 4_096;

    private final Map<String, OrderView> orders = new LinkedHashMap<>(MAX, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, OrderView> eldest) {
            return size() > MAX;
        }
    };

    /** The order under a key of its view; null when it has to be read. */
    @Nullable
    OrderView get(String key) {
        return orders.get(key);
    }

    /** Nothing follows after the end of an order, so it is not kept. */
    void put(String key, OrderView order) {
        if (order.course().isTerminal()) {
            orders.remove(key);
        } else {
            orders.put(key, order);
        }
    }

    void remove(String key) {
        orders.remove(key);
    }
}
