package dev.quintet.topology;

import dev.quintet.domain.view.OrderView;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Forgets orders that ended long ago. It looks at a few rows each time and goes on after them the next time, so it costs
 * the same however many orders there are, and needs no index that every order would have to be written to.
 */
final class OrderSweep {
    static final Duration EVERY = Duration.ofSeconds(1);

    /** A million orders are gone through in a little over half an hour. */
    private static final int ROWS = 500;

    private final OrderViewStores stores;
    private final Duration retention;
    private String from = "";

    OrderSweep(OrderViewStores stores, Duration retention) {
        this.stores = stores;
        this.retention = retention;
    }

    /** Looks at the next rows; {@code time} is the wall clock in epoch milliseconds. */
    void goOn(long time) {
        var oldest = Instant.ofEpochMilli(time).minus(retention);
        var ended = new ArrayList<String>();
        int looked = 0;
        try (var rows = next(stores.views())) {
            while (rows.hasNext() && looked < ROWS) {
                var row = rows.next();
                looked++;
                from = row.key;
                if (row.value.status().isTerminal() && row.value.changedAt().isBefore(oldest)) {
                    ended.add(row.key);
                }
            }
        }
        ended.forEach(stores::delete);
        if (looked < ROWS) {
            from = "";
        }
    }

    private KeyValueIterator<String, OrderView> next(KeyValueStore<String, OrderView> views) {
        return from.isEmpty() ? views.all() : views.range(from, null);
    }
}
