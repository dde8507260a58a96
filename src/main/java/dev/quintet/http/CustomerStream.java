package dev.quintet.http;

import dev.quintet.domain.view.CustomerOrder;
import dev.quintet.http.query.CustomerQueries;
import dev.quintet.http.query.Shard;
import dev.quintet.http.query.View;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** What changes in a customer's list of orders. */
final class CustomerStream extends Pushing<CustomerOrder> {
    private static final int RESUME_MAX = 100;

    private final String customerId;

    /** When the last change was that was sent, in epoch milliseconds; 0 before any. */
    private long seen;

    private boolean wantsWhatWasBefore;
    private @Nullable CustomerOrder last;

    /** @param seen the time of a change after which the client goes on; 0 for who wants none that was before */
    CustomerStream(EventStream stream, Routing routing, String customerId, long seen) {
        super(stream, routing, View.CUSTOMER_ORDERS, customerId);
        this.customerId = customerId;
        this.seen = seen;
        wantsWhatWasBefore = seen > 0;
    }

    @Override
    boolean catchUp(Shard shard) throws IOException {
        long from = seen;
        for (var order : CustomerQueries.page(shard, customerId, null, RESUME_MAX)
                .orders()
                .reversed()) {
            long changed = order.changedAt().toEpochMilli();
            if (wantsWhatWasBefore && changed >= from && !order.equals(last)) {
                send(order);
            }
            seen = Math.max(seen, changed);
        }
        // From now on, whatever is missed is sent.
        wantsWhatWasBefore = true;
        return false;
    }

    @Override
    boolean hear(Shard shard, CustomerOrder order) throws IOException {
        if (!order.equals(last)) {
            send(order);
        }
        return false;
    }

    private void send(CustomerOrder order) throws IOException {
        stream.event(String.valueOf(order.changedAt().toEpochMilli()), "order", ViewJson.text(order));
        seen = Math.max(seen, order.changedAt().toEpochMilli());
        last = order;
    }
}
