package dev.quintet.http;

import dev.quintet.http.query.Feed;
import dev.quintet.http.query.OrderQueries;
import dev.quintet.http.query.View;
import io.javalin.http.Context;
import java.io.IOException;

/**
 * Pushes what happens, until the client goes or there is nothing left to happen. A client that comes back with the id of
 * the last event it saw gets what it missed.
 */
final class StreamRoute {
    private final Routing routing;
    private final OrderQueries orders;
    private final Feed<CustomerChange> customers;

    StreamRoute(Routing routing, OrderQueries orders, Feed<CustomerChange> customers) {
        this.routing = routing;
        this.orders = orders;
        this.customers = customers;
    }

    /** The facts of an order; the id of an event is the version of its fact. 204 when the client has seen the end. */
    void order(Context context) throws InterruptedException {
        var orderId = OrderPath.id(context);
        long seen = LastEventId.version(context);
        var served = routing.served();
        routing.route(context, View.ORDERS, orderId, shard -> {
            try (var news = orders.listen(orderId)) {
                var order = orders.findSoon(shard, orderId, OrderPath.customer(context));
                if (order == null) {
                    UnknownOrder.answer(context);
                } else if (order.view().status().isTerminal()
                        && seen >= order.view().version()) {
                    // Tells the browser not to come back.
                    context.status(204);
                } else if (ReadRoute.wantsHeadOnly(context)) {
                    EventStream.head(context);
                } else {
                    new OrderStream(EventStream.open(context), routing, orders, order, seen).push(shard, served, news);
                }
            } catch (IOException _) {
                // The client has gone.
            }
        });
    }

    /** What changes in a customer's list of orders; the id of an event is a {@link ChangeId}. */
    void customer(Context context) throws InterruptedException {
        var customerId = CustomerRoute.customerId(context);
        var last = LastEventId.of(context);
        var seen = last == null ? null : ChangeId.parse(last);
        var served = routing.served();
        routing.route(context, View.CUSTOMER_ORDERS, customerId, shard -> {
            if (ReadRoute.wantsHeadOnly(context)) {
                EventStream.head(context);
                return;
            }
            try (var news = customers.subscribe(customerId)) {
                new CustomerStream(EventStream.open(context), routing, customerId, seen).push(shard, served, news);
            } catch (IOException _) {
                // The client has gone.
            }
        });
    }
}
