package dev.quintet.http;

import dev.quintet.domain.view.CustomerOrder;
import dev.quintet.http.query.CustomerQueries;
import dev.quintet.http.query.Shard;
import dev.quintet.http.query.View;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * What changes in a customer's list of orders, in the order of the changes. Every generation of the views counts them for
 * itself: where another one goes on, nobody can say what the client has seen, and the whole list is sent.
 */
final class CustomerStream extends Pushing<CustomerChange> {
    /** How many changes are held at a time while a client catches up. */
    private static final int STEP = 500;

    private static final int PAGE = 100;
    private static final String TYPE = "order";

    private final String customerId;

    /** Where the client is; null for one that wants none of what was before. */
    private @Nullable ChangeId seen;

    /** @param seen where the client goes on; null for who wants none that was before */
    CustomerStream(EventStream stream, Routing routing, String customerId, @Nullable ChangeId seen) {
        super(stream, routing, View.CUSTOMER_ORDERS, customerId);
        this.customerId = customerId;
        this.seen = seen;
    }

    @Override
    boolean catchUp(Shard shard) throws IOException {
        if (seen == null) {
            begin(shard);
            return false;
        }
        var from = seen.isOf(shard.generation()) ? seen : startOver(shard);
        while (true) {
            var changes = CustomerQueries.changes(shard, customerId, from.change(), STEP);
            if (changes.newest() < from.change()) {
                // Counted by a topic that was made anew since.
                from = startOver(shard);
                continue;
            }
            for (var order : changes.next()) {
                from = send(shard.generation(), order);
            }
            seen = from;
            if (!changes.isFull()) {
                return false;
            }
        }
    }

    private void begin(Shard shard) throws IOException {
        // Perhaps not the latest of all changes, but one that is there: whatever comes will have a later one.
        var newest = CustomerQueries.page(shard, customerId, null, PAGE).orders().stream()
                .mapToLong(CustomerOrder::change)
                .max();
        var here = new ChangeId(shard.generation(), newest.orElse(0));
        stream.position(here.toString());
        seen = here;
    }

    /** Sends the orders whose changes were never counted. */
    private ChangeId startOver(Shard shard) throws IOException {
        for (var order : CustomerQueries.uncounted(shard, customerId)) {
            stream.event(null, TYPE, ViewJson.text(order));
        }
        return new ChangeId(shard.generation(), 0);
    }

    @Override
    boolean hear(Shard shard, CustomerChange news) throws IOException {
        // What another generation tells is caught up with when it answers, or was so already.
        if (seen != null && seen.isOf(news.generation()) && news.order().change() > seen.change()) {
            seen = send(news.generation(), news.order());
        }
        return false;
    }

    private ChangeId send(String generation, CustomerOrder order) throws IOException {
        var id = new ChangeId(generation, order.change());
        stream.event(id.toString(), TYPE, ViewJson.text(order));
        return id;
    }
}
