package dev.quintet.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.quintet.harness.ProcessUnderTest;
import dev.quintet.http.CheckedHttp.Answer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people ask of orders and do to them, on a whole system: a demo without simulated customers. */
final class OrderViewsIT {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path data;

    @SuppressWarnings("NullAway.Init")
    private static ProcessUnderTest demo;

    @SuppressWarnings("NullAway.Init")
    private static CheckedHttp http;

    private final String orderId = "o-" + UUID.randomUUID();

    /** Nobody else's orders are in the way. */
    private final String customerId = "c-" + UUID.randomUUID();

    @BeforeAll
    static void start() {
        demo = ProcessUnderTest.quintet("demo", "--data", data.toString(), "--port", "0", "--orders-per-second", "0");
        var address = demo.awaitLine("Quintet is ready on http://127.0.0.1:", PATIENCE);
        int port = Integer.parseInt(address.split(" ", 2)[0]);
        http = new CheckedHttp(() -> port);
    }

    @AfterAll
    static void stop() {
        http.close();
        demo.close();
    }

    @Test
    void orderIsSeenUntilItsEndAndItsFactsTellHow() {
        introduce();
        var placed = order("tok_ok");

        // then
        assertThat(placed.status()).isEqualTo(201);
        var accepted = http.send("GET", placed.header("Location") + "?after=" + placed.text("version"));
        assertThat(accepted.status()).isEqualTo(200);
        assertThat(accepted.json().path("total")).isEqualTo(placed.json().path("total"));

        awaitStatus("COMPLETED");
        var events = http.send("GET", path("/events")).json();
        var types = new ArrayList<String>();
        var versions = new ArrayList<Long>();
        events.path("facts").forEach(fact -> {
            types.add(fact.path("type").asText());
            versions.add(fact.path("version").asLong());
        });
        assertThat(types).startsWith("OrderAccepted").contains("OrderConfirmed").endsWith("OrderCompleted");
        assertThat(versions).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L);
        assertThat(events.path("version").asLong()).isEqualTo(7);
    }

    @Test
    void orderIsShownAsItWasAtAnInstant() {
        introduce();
        var placedAt = Instant.parse(order("tok_ok").text("placedAt"));
        awaitStatus("COMPLETED");

        assertThat(at(placedAt.minusMillis(1)).status()).isEqualTo(404);
        assertThat(at(placedAt).text("status")).isEqualTo("ACCEPTED");
        assertThat(at(placedAt.plusSeconds(3_600)).text("status")).isEqualTo("COMPLETED");
        assertThat(http.send("GET", path("/events?at=yesterday")).status()).isEqualTo(400);
    }

    @Test
    void cancelledOrderGivesItsSlotBack() {
        introduce();
        for (int i = 0; i < 4; i++) {
            assertThat(order("o-" + UUID.randomUUID(), "tok_ok").status()).isEqualTo(201);
        }
        assertThat(order("tok_slow").status()).isEqualTo(201);
        assertThat(order("o-" + UUID.randomUUID(), "tok_ok").status()).isEqualTo(429);

        // when
        var answer = http.send("DELETE", path("?reason=changed%20my%20mind"));

        // then
        assertThat(answer.status()).isIn(200, 202);
        assertThat(answer.text("status")).isIn("CANCELLING", "CANCELLED");
        awaitStatus("CANCELLED");
        assertThat(http.send("GET", path("")).text("cancelCause")).isEqualTo("CANCELLED_BY_CUSTOMER");
        assertThat(http.send("DELETE", path("")).status()).isEqualTo(200);
        assertThat(order("o-" + UUID.randomUUID(), "tok_ok").status()).isEqualTo(201);
    }

    @Test
    void completedOrderIsNeitherCancelledNorRepaired() {
        introduce();
        order("tok_ok");
        awaitStatus("COMPLETED");

        var cancelled = http.send("DELETE", path(""));
        var repaired = http.postTo(path("/operator"), "{\"action\":\"COMPENSATE\",\"reason\":\"why not\"}");

        assertThat(List.of(cancelled.status(), repaired.status())).containsExactly(409, 409);
        assertThat(cancelled.text("orderStatus")).isEqualTo("COMPLETED");
    }

    @Test
    void operatorUndoesAnOrderAndTheFactsSayWhoWhatAndWhy() {
        introduce();
        order("tok_timeout");

        // when
        var answer = http.postTo(
                path("/operator"),
                "{\"action\":\"COMPENSATE\",\"reason\":\"the provider is down\"}",
                "Quintet-Operator",
                "olga");

        // then
        assertThat(answer.status()).isEqualTo(200);
        awaitStatus("CANCELLED");
        var audit = new ArrayList<String>();
        http.send("GET", path("/events")).json().path("facts").forEach(fact -> {
            if (fact.path("type").asText().equals("OperatorActed")) {
                audit.add(fact.path("by").asText() + " " + fact.path("action").asText() + " "
                        + fact.path("reason").asText());
            }
        });
        assertThat(audit).containsExactly("olga COMPENSATE the provider is down");
    }

    @Test
    void repairThatMakesNoSenseIsExplained() {
        order("tok_timeout");

        var noStep = http.postTo(path("/operator"), "{\"action\":\"RETRY\",\"reason\":\"try\"}");
        var noReason = http.postTo(path("/operator"), "{\"action\":\"COMPENSATE\",\"reason\":\" \"}");
        var noAction = http.postTo(path("/operator"), "{\"action\":\"PRAY\",\"reason\":\"try\"}");

        assertThat(noStep.status()).isEqualTo(422);
        assertThat(noStep.text("detail")).contains("reserve-stock", "authorize-payment");
        assertThat(noReason.status()).isEqualTo(422);
        assertThat(noAction.status()).isEqualTo(400);
    }

    @Test
    void whatIsNotThereIsSaidWithItsId() {
        var order = http.send("GET", "/v1/orders/no-such");
        var early = http.send("GET", "/v1/orders/no-such?after=1");

        assertThat(order.status()).isEqualTo(404);
        assertThat(order.text("orderId")).isEqualTo("no-such");
        assertThat(early.status()).isEqualTo(425);
        assertThat(early.json().path("version").asLong()).isZero();
        assertThat(http.send("DELETE", "/v1/orders/no-such").status()).isEqualTo(404);
        assertThat(http.send("GET", "/v1/orders/no-such/events").status()).isEqualTo(404);
        assertThat(http.send("GET", "/v1/orders/no-such?after=x").status()).isEqualTo(400);
        assertThat(http.send("GET", "/v1/orders/no%20such").status()).isEqualTo(400);
        assertThat(http.send("GET", "/v1/outlets/no-such/stock").status()).isEqualTo(404);
    }

    @Test
    void sameIdOfTwoCustomersAreTwoOrders() {
        introduce();
        var mine = order("tok_ok");
        var theirs = http.post(body(orderId, "other-" + customerId, "tok_timeout"));
        assertThat(List.of(mine.status(), theirs.status())).containsExactly(201, 201);

        await().atMost(PATIENCE)
                .until(
                        () -> http.send("GET", path("?customer=other-" + customerId))
                                .text("customerId"),
                        ("other-" + customerId)::equals);
        assertThat(http.send("GET", path("?customer=" + customerId)).text("customerId"))
                .isEqualTo(customerId);
        assertThat(http.send("GET", path("")).text("customerId")).isEqualTo(customerId);
    }

    @Test
    void stockIsShownAndMovesWithAnOrder() {
        introduce();
        long before = reserved();
        order("tok_ok");
        awaitStatus("COMPLETED");

        await().atMost(PATIENCE).until(() -> reserved() > before);
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
        var stock = http.send("GET", "/v1/outlets/akaso-1/stock");
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

    private void introduce() {
        var answer = http.put("/v1/customers/" + customerId, """
                {"name":"A customer","email":"somebody@example.com","address":"1 Main Street","region":"north"}""");
        assertThat(answer.status()).isEqualTo(200);
    }

    private Answer order(String payment) {
        return order(orderId, payment);
    }

    private Answer order(String id, String payment) {
        return http.post(body(id, customerId, payment));
    }

    private static String body(String id, String customer, String payment) {
        return """
                {"orderId":"%s","customerId":"%s","promotionId":"burger-day","outletId":"akaso-1",
                 "lines":[{"itemId":"classic","quantity":2}],"payment":{"method":"%s"}}""".formatted(id, customer, payment);
    }

    private String path(String more) {
        return "/v1/orders/" + orderId + more;
    }

    private Answer at(Instant instant) {
        return http.send("GET", path("/events?at=" + instant));
    }

    private void awaitStatus(String status) {
        await().atMost(PATIENCE).until(() -> http.send("GET", path("")).text("status"), status::equals);
    }
}
