package dev.quintet.http;

import dev.quintet.domain.order.Timestamps;
import dev.quintet.domain.view.OrderView;
import dev.quintet.http.query.OrderQueries;
import dev.quintet.http.query.Shard;
import dev.quintet.http.query.View;
import io.javalin.http.Context;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Orders as the views show them. */
final class ViewRoute {
    private static final Duration VERSION_WAIT = Duration.ofSeconds(2);

    private final Routing routing;
    private final OrderQueries orders;

    ViewRoute(Routing routing, OrderQueries orders) {
        this.routing = routing;
        this.orders = orders;
    }

    void getOrder(Context context) throws InterruptedException {
        var orderId = OrderPath.id(context);
        long after = after(context);
        routing.route(context, View.ORDERS, orderId, shard -> {
            var order = after == 0 ? find(context, shard) : await(context, shard, after);
            if (order != null) {
                ViewJson.answer(context, OrderAnswer.of(order.view()));
            }
        });
    }

    void getEvents(Context context) throws InterruptedException {
        var orderId = OrderPath.id(context);
        var instant = QueryParameters.instant(context, "at");
        routing.route(context, View.ORDERS, orderId, shard -> {
            var order = find(context, shard);
            if (order == null) {
                return;
            }
            if (instant == null) {
                var facts = orders.facts(shard, order, 1).stream()
                        .map(OrderAnswer::of)
                        .toList();
                var version = order.view().version();
                ViewJson.answer(context, Map.of("orderId", orderId, "version", version, "facts", facts));
                return;
            }
            var then = orders.at(shard, order, instant);
            if (then == null) {
                notYet(context, order.view(), instant);
            } else {
                ViewJson.answer(context, OrderAnswer.of(then));
            }
        });
    }

    /** The order; null when there is none and that was answered. */
    private OrderQueries.@Nullable Found find(Context context, Shard shard) {
        var order = orders.find(shard, OrderPath.id(context), OrderPath.customer(context));
        if (order == null) {
            UnknownOrder.answer(context);
        }
        return order;
    }

    private OrderQueries.@Nullable Found await(Context context, Shard shard, long after) throws InterruptedException {
        var order = orders.await(
                shard,
                OrderPath.id(context),
                OrderPath.customer(context),
                view -> view.version() >= after,
                VERSION_WAIT);
        long seen = order == null ? 0 : order.view().version();
        if (order != null && seen >= after) {
            return order;
        }
        new ProblemDocument(
                        425,
                        "too-early",
                        "Not there yet",
                        "Version " + after + " is not there after " + VERSION_WAIT.toSeconds() + " s; the latest is "
                                + seen,
                        Map.of("version", seen))
                .answer(context);
        return null;
    }

    private static void notYet(Context context, OrderView order, Instant instant) {
        new ProblemDocument(
                        404,
                        "not-placed-yet",
                        "Not placed yet",
                        "Order " + order.orderId() + " was placed at " + Timestamps.text(order.placedAt()) + ", after "
                                + Timestamps.text(instant),
                        Map.of("orderId", order.orderId()))
                .answer(context);
    }

    private static long after(Context context) {
        var text = context.queryParam("after");
        if (text == null) {
            return 0;
        }
        try {
            long after = Long.parseLong(text);
            if (after > 0) {
                return after;
            }
        } catch (NumberFormatException _) {
            // Told below, together with numbers that no version has.
        }
        throw new MalformedRequestException("after must be a version, 1 or more");
    }
}
