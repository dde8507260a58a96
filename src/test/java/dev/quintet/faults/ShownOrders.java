package dev.quintet.faults;

import static dev.quintet.harness.Hang.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.quintet.faults.OrderFacts.Fact;
import dev.quintet.faults.Shop.Answer;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** V1: what views show once all has come to rest, against what is committed on order.events. */
record ShownOrders(Shop shop) {
    private static final int PAGE = 100;

    private static final Map<String, String> STATUS =
            Map.of("OrderCompleted", "COMPLETED", "OrderCancelled", "CANCELLED", "OrderRefused", "REFUSED");

    /** Every order has ended. */
    void assertEqual(OrderFacts facts) {
        facts.latest().values().forEach(this::assertShown);
        facts.latest().values().stream()
                .collect(Collectors.groupingBy(Fact::customerId, Collectors.mapping(Fact::orderId, Collectors.toSet())))
                .forEach(this::assertListed);
        await().pollDelay(Duration.ZERO)
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(sales())
                        .isEqualTo(Map.of(
                                "accepted", count(facts, "OrderAccepted"),
                                "refused", count(facts, "OrderRefused"),
                                "confirmed", count(facts, "OrderConfirmed"),
                                "completed", count(facts, "OrderCompleted"),
                                "cancelled", count(facts, "OrderCancelled"))));
    }

    private void assertShown(Fact last) {
        var order = ask("/v1/orders/" + last.orderId() + "?after=" + last.version());
        assertThat(order.body().path("version").asLong())
                .as("version of %s", last)
                .isEqualTo(last.version());
        assertThat(order.body().path("status").asText())
                .as("status of %s", last)
                .isEqualTo(STATUS.get(last.kind()));
        assertThat(order.body().path("customerId").asText()).isEqualTo(last.customerId());
    }

    /** The list follows the order through a topic of its own, a moment later. */
    private void assertListed(String customerId, Set<String> orders) {
        await().pollDelay(Duration.ZERO).atMost(PATIENCE).untilAsserted(() -> {
            var listed = new HashSet<String>();
            var cursor = "";
            do {
                var page = ask("/v1/customers/" + customerId + "/orders?limit=" + PAGE + cursor)
                        .body();
                page.path("orders")
                        .forEach(order -> listed.add(order.path("orderId").asText()));
                cursor = page.has("next") ? "&cursor=" + page.path("next").asText() : "";
            } while (!cursor.isEmpty());
            assertThat(listed).as("orders of %s", customerId).isEqualTo(orders);
        });
    }

    private Map<String, Long> sales() {
        var total = ask("/v1/promotions/burger-day/sales").body().path("total");
        return Map.of(
                "accepted", total.path("accepted").asLong(),
                "refused",
                        total.path("refused")
                                .valueStream()
                                .mapToLong(count -> count.asLong())
                                .sum(),
                "confirmed", total.path("confirmed").asLong(),
                "completed", total.path("completed").asLong(),
                "cancelled", total.path("cancelled").asLong());
    }

    private static long count(OrderFacts facts, String kind) {
        return facts.facts().stream().filter(fact -> fact.kind().equals(kind)).count();
    }

    /** Asks until somebody serves it. */
    private Answer ask(String path) {
        return await().pollDelay(Duration.ZERO)
                .atMost(PATIENCE)
                .until(() -> shop.get(path), answer -> answer.status() == 200);
    }
}
