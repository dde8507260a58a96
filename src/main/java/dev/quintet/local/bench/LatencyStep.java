package dev.quintet.local.bench;

import dev.quintet.domain.order.OrderLine;
import dev.quintet.domain.order.PlaceOrder;
import dev.quintet.local.DemoData;
import dev.quintet.wire.Clock;
import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;

/** Orders over HTTP to the services as production runs them, in a process of their own. */
final class LatencyStep {
    private static final int ORDERS_PER_SECOND = 200;
    private static final int ORDERS = 20 * ORDERS_PER_SECOND;
    private static final int WARM_UP_PER_SECOND = 400;
    /** The compiler takes half of two cores for most of a minute, in the broker and in the app. */
    private static final int WARM_UP_ROUNDS = 60;

    private static final int WARM_UP_ROUNDS_MAX = 120;
    static final Duration PATIENCE = Duration.ofMinutes(2);
    static final Pattern PORT = Pattern.compile("HTTP on port (\\d+)");

    private static final int ORDERS_EACH = 5;

    private LatencyStep() {}

    static Latency run(Admin admin, BenchPlatform platform, Consumer<String> progress)
            throws InterruptedException, ExecutionException {
        progress.accept("starting the services for orders over HTTP");
        BenchTopics.renew(admin, platform, Clock.BROKER);
        try (var services =
                platform.startApp(ChildJvm.QUINTET, "latency", Clock.BROKER, List.of("run", "orders", "views"))) {
            var http = URI.create(
                    "http://127.0.0.1:" + services.awaitSaid(PORT, PATIENCE).group(1));
            progress.accept("warming up at " + WARM_UP_PER_SECOND + " orders/s");
            warmUp(http);
            progress.accept("placing " + ORDERS + " orders at " + ORDERS_PER_SECOND + "/s");
            var measured = new OpenLoop(http, number -> order("measured", number));
            measured.run(ORDERS_PER_SECOND, ORDERS);
            var violation = lostOrDoubled(platform, measured.created());
            var latency = Latency.of(ORDERS_PER_SECOND, measured, violation);
            progress.accept("  " + latency.inWords());
            return latency;
        }
    }

    /** Goes on until a whole round is answered with verdicts: what the cold start left undone must not delay what is measured. */
    private static void warmUp(URI http) {
        for (int round = 1; round <= WARM_UP_ROUNDS_MAX; round++) {
            var name = "warm-up-" + round;
            var orders = new OpenLoop(http, number -> order(name, number));
            orders.run(WARM_UP_PER_SECOND, WARM_UP_PER_SECOND);
            if (round >= WARM_UP_ROUNDS && orders.created().size() == WARM_UP_PER_SECOND) {
                return;
            }
        }
    }

    private static PlaceOrder order(String name, int number) {
        return new PlaceOrder(
                name + "-order-" + number,
                name + "-customer-" + number / ORDERS_EACH,
                DemoData.burgerDay().promotionId(),
                DemoData.OUTLET,
                List.of(new OrderLine("classic", 2), new OrderLine("veggie", 1)),
                "tok_ok");
    }

    /** An order that was answered 201 must stand in the log, accepted, once. */
    private static @Nullable String lostOrDoubled(BenchPlatform platform, Set<String> acknowledged) {
        var missing = new HashSet<>(acknowledged);
        var doubled = new HashSet<String>();
        EventLog.read(platform, fact -> {
            boolean isFirst = missing.remove(fact.orderId()) && EventLog.isAccepted(fact);
            if (!isFirst && acknowledged.contains(fact.orderId())) {
                doubled.add(fact.orderId());
            }
        });
        if (!missing.isEmpty()) {
            return "order " + missing.iterator().next() + " was answered 201 and is not in the log";
        }
        return doubled.isEmpty()
                ? null
                : "order " + doubled.iterator().next() + " was answered 201 and has another verdict in the log";
    }
}
