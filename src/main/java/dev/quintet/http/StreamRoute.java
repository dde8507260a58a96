package dev.quintet.http;

import dev.quintet.domain.order.OrderEvent;
import dev.quintet.domain.view.CustomerOrder;
import dev.quintet.http.query.CustomerQueries;
import dev.quintet.http.query.Feed;
import dev.quintet.http.query.OrderQueries;
import dev.quintet.http.query.Shard;
import dev.quintet.http.query.View;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.Duration;

/**
 * Pushes what happens, until the client goes or there is nothing left to happen. A client that comes back with the id of
 * the last event it saw gets what it missed.
 */
final class StreamRoute {
    private static final String LAST_EVENT_ID = "Last-Event-ID";

    /** Between two looks at whether this pod stops. */
    private static final Duration LOOK = Duration.ofSeconds(1);

    private static final int RESUME_MAX = 100;

    private final Routing routing;
    private final OrderQueries orders;
    private final Feed<CustomerOrder> customers;

    StreamRoute(Routing routing, OrderQueries orders, Feed<CustomerOrder> customers) {
        this.routing = routing;
        this.orders = orders;
        this.customers = customers;
    }

    /** The facts of an order; the id of an event is the version of its fact. 204 when the client has seen the end. */
    void order(Context context) throws InterruptedException {
        var orderId = OrderPath.id(context);
        long seen = lastEventId(context);
        routing.route(context, View.ORDERS, orderId, shard -> {
            try (var news = orders.listen(orderId)) {
                var order = orders.findSoon(shard, orderId, context.queryParam("customer"));
                if (order == null) {
                    UnknownOrder.answer(context);
                } else if (order.view().status().isTerminal()
                        && seen >= order.view().version()) {
                    // Tells the browser not to come back.
                    context.status(204);
                } else {
                    push(context, shard, order, seen, news);
                }
            } catch (IOException _) {
                // The client has gone.
            }
        });
    }

    private void push(
            Context context, Shard shard, OrderQueries.Found order, long seen, Feed.Subscription<OrderEvent> news)
            throws IOException, InterruptedException {
        var stream = EventStream.open(context);
        long sent = seen;
        boolean ended = false;
        for (var fact : orders.facts(shard, order, seen + 1)) {
            ended = send(stream, fact);
            sent = fact.version();
        }
        while (!ended && !news.isOver()) {
            var fact = news.poll(LOOK);
            if (fact != null
                    && fact.version() > sent
                    && fact.customerId().equals(order.view().customerId())) {
                ended = send(stream, fact);
                sent = fact.version();
            } else {
                stream.keepAlive();
            }
        }
    }

    /** True when nothing will follow. */
    private static boolean send(EventStream stream, OrderEvent fact) throws IOException {
        stream.event(String.valueOf(fact.version()), fact.fact().type(), ViewJson.text(OrderAnswer.of(fact)));
        return fact.fact().endsOrder();
    }

    /** What changes in a customer's list of orders; the id of an event is its time in epoch milliseconds. */
    void customer(Context context) throws InterruptedException {
        var customerId = CustomerRoute.customerId(context);
        long seen = lastEventId(context);
        routing.route(context, View.CUSTOMER_ORDERS, customerId, shard -> {
            try (var news = customers.subscribe(customerId)) {
                var stream = EventStream.open(context);
                if (seen > 0) {
                    resume(stream, shard, customerId, seen);
                }
                push(stream, news);
            } catch (IOException _) {
                // The client has gone.
            }
        });
    }

    private static void resume(EventStream stream, Shard shard, String customerId, long seen) throws IOException {
        var page = CustomerQueries.page(shard, customerId, null, RESUME_MAX);
        for (var order : page.orders().reversed()) {
            if (order.changedAt().toEpochMilli() >= seen) {
                send(stream, order);
            }
        }
    }

    private static void push(EventStream stream, Feed.Subscription<CustomerOrder> news)
            throws IOException, InterruptedException {
        while (!news.isOver()) {
            var order = news.poll(LOOK);
            if (order != null) {
                send(stream, order);
            } else {
                stream.keepAlive();
            }
        }
    }

    private static void send(EventStream stream, CustomerOrder order) throws IOException {
        stream.event(String.valueOf(order.changedAt().toEpochMilli()), "order", ViewJson.text(order));
    }

    private static long lastEventId(Context context) {
        var text = context.header(LAST_EVENT_ID);
        try {
            return text == null ? 0 : Math.max(0, Long.parseLong(text.strip()));
        } catch (NumberFormatException _) {
            throw new MalformedRequestException(LAST_EVENT_ID + " must be the id of an event of this stream");
        }
    }
}
