package dev.quintet.faults;

import static dev.quintet.harness.Hang.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Judges, once all has come to rest, what is committed against what callers were told and an SMTP server was given. */
record Audit(Sales sales, Mails mails) {

    /** 70 % off 8.90 EUR. */
    private static final long BURGER_MINOR = 267;

    /** Asserts E, S1, S2, M1, K1, V1, and that every mail came, and none twice; says in a line what it saw. */
    String assertTruthfulEnds() {
        var records = sales.records();
        await().pollInterval(Duration.ofSeconds(1))
                .atMost(PATIENCE)
                .until(() -> sales.facts().open().isEmpty());
        var facts = sales.facts();
        facts.assertSound();
        assertToldTheTruth(facts);
        var completed = facts.ended("OrderCompleted");
        var cancelled = facts.ended("OrderCancelled");
        Money.read(records).assertBalances(completed, BURGER_MINOR);
        var sold = sales.ledger().entries().stream()
                .map(Ledger.Entry::order)
                .filter(order -> completed.contains(order.orderId()))
                .collect(
                        Collectors.groupingBy(order -> order.outletId() + "/" + order.itemId(), Collectors.counting()));
        StockSums.read(records).assertBalances(sales.brought(), sold);
        assertDeliveredOnce(completed);
        new ShownOrders(sales.shop()).assertEqual(facts);
        mails.awaitOneForEach(completed, cancelled);
        mails.assertNoneTwiceOnceConfirmed(records);
        return String.format(
                Locale.ROOT,
                "%d orders: %d completed, %d cancelled, %d refused; %d mails, %d of them repeated before they were confirmed",
                facts.byOrder().size(),
                completed.size(),
                cancelled.size(),
                facts.byOrder().size() - completed.size() - cancelled.size(),
                mails.server().messageIds().size(),
                mails.repeated());
    }

    private void assertToldTheTruth(OrderFacts facts) {
        assertThat(sales.ledger().contradictions()).isEmpty();
        var byOrder = facts.byOrder();
        assertThat(byOrder).hasSameSizeAs(sales.ledger().entries());
        assertThat(sales.ledger().entries())
                .allSatisfy(entry -> assertThat(byOrder.get(entry.order().orderId()))
                        .as("fact of %s", entry)
                        .isNotNull()
                        .matches(fact -> fact.accepted() == (entry.status() == 201)));
    }

    private void assertDeliveredOnce(Set<String> completed) {
        var shipments = new HashMap<String, Integer>();
        sales.records()
                .read("shipments")
                .forEach(shipment -> shipments.merge(shipment.get("orderId").toString(), 1, Integer::sum));
        assertThat(shipments.keySet()).isEqualTo(completed);
        assertThat(shipments.values()).containsOnly(1);
    }
}
