package dev.quintet.http;

import dev.quintet.domain.order.OrderEvent;
import dev.quintet.http.query.OrderQueries;
import dev.quintet.http.query.Shard;
import dev.quintet.http.query.View;
import java.io.IOException;

/** The facts of an order, each once and in the order of their versions, whoever tells of them. */
final class OrderStream extends Pushing<OrderEvent> {
    private final OrderQueries orders;
    private final OrderQueries.Found order;
    private long sent;

    /** @param seen the version after which the client goes on */
    OrderStream(EventStream stream, Routing routing, OrderQueries orders, OrderQueries.Found order, long seen) {
        super(stream, routing, View.ORDERS, order.view().orderId());
        this.orders = orders;
        this.order = order;
        sent = seen;
    }

    @Override
    boolean catchUp(Shard shard) throws IOException {
        boolean ended = false;
        for (var fact : orders.facts(shard, order, sent + 1)) {
            ended = send(fact);
        }
        return ended;
    }

    @Override
    boolean hear(Shard shard, OrderEvent fact) throws IOException {
        if (fact.version() <= sent || !fact.customerId().equals(order.view().customerId())) {
            return false;
        }
        // What is missing between was told by a generation that was not listened to.
        boolean ended = fact.version() > sent + 1 && catchUp(shard);
        return fact.version() > sent ? send(fact) : ended;
    }

    /** True when nothing will follow. */
    private boolean send(OrderEvent fact) throws IOException {
        stream.event(String.valueOf(fact.version()), fact.fact().type(), ViewJson.text(OrderAnswer.of(fact)));
        sent = fact.version();
        return fact.fact().endsOrder();
    }
}
