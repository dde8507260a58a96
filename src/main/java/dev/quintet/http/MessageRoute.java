package dev.quintet.http;

import dev.quintet.domain.view.OrderMessage;
import dev.quintet.http.query.OrderQueries;
import dev.quintet.http.query.View;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a customer was told about an order. */
final class MessageRoute {
    private final Routing routing;
    private final OrderQueries orders;

    MessageRoute(Routing routing, OrderQueries orders) {
        this.routing = routing;
        this.orders = orders;
    }

    private record Messages(String orderId, List<Told> messages) {}

    /**
     * @param status WAITING, SENT or UNDELIVERABLE
     * @param sentAt left out unless it was sent
     * @param undeliverable why it never can be; left out while it may
     */
    private record Told(
            String messageId,
            String template,
            String channel,
            String to,
            String subject,
            String body,
            String status,
            @Nullable Instant writtenAt,
            @Nullable Instant sentAt,
            @Nullable String undeliverable) {

        /** Nothing while only that it was sent has been read. */
        static Stream<Told> of(OrderMessage known) {
            var message = known.message();
            return message == null
                    ? Stream.empty()
                    : Stream.of(new Told(
                            message.messageId(),
                            message.template(),
                            message.channel().name(),
                            message.to(),
                            message.subject(),
                            message.body(),
                            known.delivery().name(),
                            known.writtenAt(),
                            known.undeliverable() == null ? known.sentAt() : null,
                            known.undeliverable()));
        }
    }

    /** In the order of their ids. */
    void get(Context context) throws InterruptedException {
        var orderId = OrderPath.id(context);
        routing.route(context, View.ORDERS, orderId, shard -> {
            var order = orders.find(shard, orderId, OrderPath.customer(context));
            if (order == null) {
                UnknownOrder.answer(context);
                return;
            }
            var told = orders.messages(shard, order.view()).stream()
                    .flatMap(Told::of)
                    .toList();
            ViewJson.answer(context, new Messages(orderId, told));
        });
    }
}
