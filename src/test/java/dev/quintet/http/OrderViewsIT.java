package dev.quintet.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What people ask of an order and do to it. */
final class OrderViewsIT extends CustomerOfADemo {
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
        assertThat(versions).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L);
        assertThat(events.path("version").asLong()).isEqualTo(8);
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
        var theirs = judged(body(orderId, "other-" + customerId, "tok_timeout"));
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
    void messageAboutAnOrderIsShownAndWhenItWasSent() {
        introduce();
        order("tok_ok");
        await().atMost(PATIENCE)
                .until(() -> http.send("GET", path("/messages"))
                        .json()
                        .path("messages")
                        .path(0)
                        .has("sentAt"));

        var message =
                http.send("GET", path("/messages")).json().path("messages").path(0);
        assertThat(message.path("to").asText()).isEqualTo("somebody@example.com");
        assertThat(message.path("template").asText()).isEqualTo("order-confirmed");
        assertThat(http.send("GET", "/v1/orders/no-such/messages").status()).isEqualTo(404);
    }

    @Test
    void whatThereIsToChooseFromIsListed() {
        assertThat(ids("/v1/menu", "items", "itemId")).contains("cheese", "classic", "veggie");
        assertThat(ids("/v1/promotions", "promotions", "promotionId")).contains("burger-day");
        // Views may be a moment behind what the demo was seeded with.
        await().atMost(PATIENCE)
                .until(() -> ids("/v1/outlets", "outlets", "outletId").containsAll(List.of("akaso-1", "akaso-2")));
    }

    @Test
    void operatorsSeeStepsGroupsAndWhatRuns() {
        introduce();
        order("tok_ok");
        awaitStatus("COMPLETED");

        assertThat(ids("/v1/sagas", "steps", "name"))
                .containsExactly(
                        "reserve-stock",
                        "authorize-payment",
                        "promise-delivery",
                        "capture-payment",
                        "dispatch-delivery");
        assertThat(ids("/v1/promotions/burger-day/items", "items", "itemId")).contains("classic");
        assertThat(http.send("GET", "/v1/promotions/no-such/items").status()).isEqualTo(404);
        assertThat(http.send("GET", "/v1/sagas/needs-operator?limit=1").status())
                .isEqualTo(200);
        assertThat(http.send("GET", "/v1/sagas/needs-operator?cursor=rubbish").status())
                .isEqualTo(400);
        assertThat(ids("/v1/consumer-groups", "groups", "group")).contains("quintet-orders", "quintet-views");
        assertThat(ids("/topology", "services", "service"))
                .containsExactly("notification", "orders", "payment", "pricing", "shipping", "stock", "views");
    }

    private static List<String> ids(String path, String list, String name) {
        var ids = new ArrayList<String>();
        http.send("GET", path)
                .json()
                .path(list)
                .forEach(row -> ids.add(row.path(name).asText()));
        return ids;
    }
}
