package dev.quintet.faults;

import static dev.quintet.harness.Hang.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** Orders that are placed one at a time, what callers were told of them, and what outlets were supplied with. */
final class Sales {
    /** Each look reads everything. */
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);

    private static final List<String> ITEMS = List.of("classic", "cheese");

    private final Shop shop;
    private final CommittedRecords records;
    private final Ledger ledger = new Ledger();
    private final Map<String, Long> brought = new HashMap<>();

    Sales(Shop shop, CommittedRecords records) {
        this.shop = shop;
        this.records = records;
    }

    Shop shop() {
        return shop;
    }

    CommittedRecords records() {
        return records;
    }

    Ledger ledger() {
        return ledger;
    }

    /** How much outlets were supplied with, by outlet and item. */
    Map<String, Long> brought() {
        return Map.copyOf(brought);
    }

    OrderFacts facts() {
        return OrderFacts.read(records);
    }

    /** Opens a big outlet and a small one, and waits until the first order went through. */
    void open() {
        Deployment.announce(shop, ITEMS.toArray(String[]::new));
        bring("akaso-1", 1_000_000);
        bring("akaso-2", 50);
        await().pollInterval(LOOK_EVERY)
                .atMost(PATIENCE)
                .until(() -> StockSums.read(records).levels().keySet().equals(brought.keySet()));
        await().atMost(PATIENCE).until(() -> post(Posted.classic("first", "first", "tok_ok")) == 201);
        awaitCompleted(List.of("first"));
    }

    /** Supplies an outlet with so many of each item. */
    void bring(String outlet, long quantity) {
        for (var item : ITEMS) {
            var json = String.format(Locale.ROOT, "{\"lines\":[{\"itemId\":\"%s\",\"quantity\":%d}]}", item, quantity);
            var key = UUID.randomUUID().toString();
            await().atMost(PATIENCE).until(() -> shop.bring(outlet, key, json).status() / 100 == 2);
            brought.merge(outlet + "/" + item, quantity, Long::sum);
        }
    }

    /** The order must be accepted. Posted again, as callers are told to, while its verdict is not there yet. */
    void place(Posted order) {
        assertThat(await().atMost(PATIENCE).until(() -> post(order), status -> status != 202 && status != 503))
                .isEqualTo(201);
    }

    /** Introduces the customer, posts the order and gives the status that it was answered with. */
    private int post(Posted order) {
        await().atMost(PATIENCE).until(() -> shop.introduce(order.customerId()));
        ledger.posted(order);
        var answer = shop.post(order).join();
        ledger.answered(order, answer);
        return answer.status();
    }

    void awaitCompleted(Collection<String> orders) {
        await().pollInterval(LOOK_EVERY)
                .atMost(PATIENCE)
                .until(() -> facts().ended("OrderCompleted").containsAll(orders));
    }
}
