package dev.quintet.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.quintet.harness.ProcessUnderTest;
import dev.quintet.http.CheckedHttp.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What customers see of their orders, shops of their sales, and everybody of what happens just now. */
final class CustomerViewsIT extends CustomerOfADemo {
    @Test
    void stockIsShownAndMovesWithAnOrder() {
        introduce();
        long before = reserved();
        order("tok_ok");
        awaitStatus("COMPLETED");

        await().atMost(PATIENCE).until(() -> reserved() > before);
    }

    @Test
    void customersSeeTheirOrdersNewestFirstPageByPage() {
        introduce();
        for (int i = 1; i <= 6; i++) {
            order(orderId + "-" + i, "tok_ok");
        }
        await().atMost(PATIENCE).until(() -> ordersOf(customerId, "?limit=6").size() == 6);

        // when
        var first = http.send("GET", "/v1/customers/" + customerId + "/orders?limit=4");
        var rest = http.send("GET", "/v1/customers/" + customerId + "/orders?limit=4&cursor=" + first.text("next"));

        // then
        var shown = new ArrayList<String>();
        first.json()
                .path("orders")
                .forEach(order -> shown.add(order.path("orderId").asText()));
        rest.json()
                .path("orders")
                .forEach(order -> shown.add(order.path("orderId").asText()));
        assertThat(shown)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 6)
                        .mapToObj(i -> orderId + "-" + (7 - i))
                        .toList());
        assertThat(first.json().path("orders").get(0).path("reason").asText()).isEqualTo("LIMIT_REACHED");
        assertThat(rest.json().has("next")).isFalse();
        assertThat(http.send("GET", "/v1/customers/" + customerId + "/orders?cursor=rubbish")
                        .status())
                .isEqualTo(400);
        assertThat(http.send("GET", "/v1/customers/" + customerId + "/orders?limit=101")
                        .status())
                .isEqualTo(400);
        assertThat(ordersOf("nobody", "")).isEmpty();
    }

    @Test
    void allowanceIsWhatTheNextVerdictWouldSay() {
        introduce();
        assertThat(allowance().json().path("remaining").asInt()).isEqualTo(5);
        for (int i = 1; i <= 5; i++) {
            order(orderId + "-" + i, "tok_ok");
        }

        // then
        await().atMost(PATIENCE)
                .until(() -> allowance().json().path("remaining").asInt() == 0);
        var refused = order("tok_ok");
        assertThat(refused.status()).isEqualTo(429);
        assertThat(allowance().text("nextSlotAt")).isEqualTo(refused.text("nextSlotAt"));
        assertThat(http.send("GET", "/v1/customers/alice/allowance?promotion=no-such")
                        .status())
                .isEqualTo(404);
        assertThat(http.send("GET", "/v1/customers/alice/allowance").status()).isEqualTo(400);
    }

    @Test
    void salesAddUpOverAllPartitions() {
        introduce();
        var before = sales();
        order("tok_ok");
        awaitStatus("COMPLETED");

        // then
        await().atMost(PATIENCE)
                .until(() -> sales().path("completed").asLong()
                        > before.path("completed").asLong());
        assertThat(sales().path("revenue").path("EUR").asLong())
                .isGreaterThanOrEqualTo(before.path("revenue").path("EUR").asLong() + 534);
        assertThat(http.send("GET", "/v1/promotions/no-such/sales").status()).isEqualTo(404);
        assertThat(http.send("GET", "/v1/promotions/burger-day/sales?from=2026-01-01T00:00:00Z")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void orderIsPushedFactByFactAndTakenUpWhereItBroke() throws Exception {
        introduce();
        order("tok_ok");
        awaitStatus("COMPLETED");

        var whole = EventReader.read(http.at(path("/stream")), 0);
        var rest = EventReader.read(http.at(path("/stream")), 4);

        assertThat(whole.ids()).containsExactly("1", "2", "3", "4", "5", "6", "7", "8");
        assertThat(whole.types()).startsWith("OrderAccepted").endsWith("OrderCompleted");
        assertThat(rest.ids()).containsExactly("5", "6", "7", "8");
        assertThat(EventReader.read(http.at(path("/stream")), 8).status()).isEqualTo(204);
        assertThat(http.send("GET", "/v1/orders/no-such/stream").status()).isEqualTo(404);
    }

    @Test
    void orderIsPushedWhileItHappens() throws Exception {
        introduce();
        order("tok_slow");

        var seen = EventReader.read(http.at(path("/stream")), 0);

        assertThat(seen.ids()).containsExactly("1", "2", "3", "4", "5", "6", "7", "8");
        assertThat(seen.types()).endsWith("OrderCompleted");
    }

    @Test
    void streamBeginsAtOnceAndNoProxyMayKeepItBack() throws Exception {
        introduce();
        for (var stream : List.of("/v1/customers/" + customerId + "/stream", placed() + "/stream")) {
            try (var open = OpenStream.of(http.at(stream), null)) {
                assertThat(open.next()).startsWith(":");
                assertThat(open.header("X-Accel-Buffering")).isEqualTo("no");
                assertThat(open.header("Cache-Control")).isEqualTo("no-store, no-transform");
            }
            var head = http.send("HEAD", stream);
            assertThat(head.status()).isEqualTo(200);
            assertThat(head.header("X-Accel-Buffering")).isEqualTo("no");
        }
    }

    private String placed() {
        return order("tok_slow").header("Location");
    }

    @Test
    void customerWhoComesBackMissesNoChange() throws Exception {
        introduce();
        String seen;
        try (var first = OpenStream.of(http.at("/v1/customers/" + customerId + "/stream"), "")) {
            seen = first.nextId();
        }
        order(orderId + "-1", "tok_ok");
        order(orderId + "-2", "tok_declined");
        await().atMost(PATIENCE)
                .until(() -> http.send("GET", "/v1/customers/" + customerId + "/orders?limit=2")
                        .json()
                        .toString()
                        .matches("(?s).*CANCELLED.*COMPLETED.*"));

        var changed = new TreeSet<String>();
        try (var again = OpenStream.of(http.at("/v1/customers/" + customerId + "/stream"), seen)) {
            while (changed.size() < 2) {
                // Each order once, as it is now.
                assertThat(again.nextId()).isNotEqualTo(seen).startsWith("v1.");
                assertThat(again.next()).isEqualTo("event: order");
                changed.add(again.next());
            }
        }
        assertThat(changed).hasSize(2);
    }

    @Test
    void farInstantsAndOddValuesAreNoFaultOfOurs() {
        introduce();
        order("fuzzed", "tok_ok");
        assertThat(http.send(
                                "GET",
                                "/v1/promotions/burger-day/sales?from=%2B300000000-01-01T00:00:00Z"
                                        + "&to=%2B300000000-01-01T01:00:00Z")
                        .status())
                .isEqualTo(400);

        var answers = new RouteFuzz(http.at("/").getPort(), List.of("Quintet-Forwarded"))
                .run(operation -> operation.startsWith("GET ")
                        && (operation.contains("/sales")
                                || operation.endsWith("/events")
                                || operation.contains("/customers/")
                                || operation.contains("needs-operator")));

        assertThat(answers).containsKeys(200, 400, 404);
    }

    private static List<String> ordersOf(String customerId, String query) {
        var orders = new ArrayList<String>();
        http.send("GET", "/v1/customers/" + customerId + "/orders" + query)
                .json()
                .path("orders")
                .forEach(order -> orders.add(order.path("orderId").asText()));
        return orders;
    }

    private Answer allowance() {
        return http.send("GET", "/v1/customers/" + customerId + "/allowance?promotion=burger-day");
    }

    private static JsonNode sales() {
        return http.send("GET", "/v1/promotions/burger-day/sales").json().path("total");
    }

    @Test
    void placeOnTheCommandLineWaitsForTheEndWhenAsked() {
        introduce();

        try (var place = place("tok_ok");
                var declined = place("tok_declined")) {
            assertThat(place.awaitExit(PATIENCE)).isEqualTo(0);
            assertThat(place.lines()).hasSize(2);
            assertThat(place.lines().getFirst()).contains("\"status\":\"ACCEPTED\"");
            assertThat(place.lines().getLast()).contains("\"status\":\"COMPLETED\"");
            assertThat(declined.awaitExit(PATIENCE)).isEqualTo(3);
            assertThat(declined.lines().getLast()).contains("\"status\":\"CANCELLED\"", "\"cancelCause\":");
        }
    }

    private ProcessUnderTest place(String payment) {
        return ProcessUnderTest.quintet(
                "place",
                "--data",
                data.toString(),
                "--customer",
                customerId,
                "--payment",
                payment,
                "--wait",
                "completed");
    }

    private static long reserved() {
        // Views may be a moment behind what the demo was seeded with.
        var stock = await().atMost(PATIENCE)
                .until(() -> http.send("GET", "/v1/outlets/akaso-1/stock"), answer -> answer.status() == 200);
        assertThat(stock.status()).isEqualTo(200);
        var classic = stock.json()
                .path("items")
                .valueStream()
                .filter(item -> item.path("itemId").asText().equals("classic"))
                .findFirst()
                .orElseThrow();
        assertThat(classic.path("onHand").asLong() + classic.path("reserved").asLong())
                .as("K1")
                .isEqualTo(classic.path("supplied").asLong());
        return classic.path("reserved").asLong();
    }
}
