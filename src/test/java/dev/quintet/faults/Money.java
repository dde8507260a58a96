package dev.quintet.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.avro.generic.GenericRecord;

/** M1: what the ledger of payment says was taken, against how the orders ended. Amounts are in minor units. */
record Money(Map<String, Long> held, Map<String, Long> captured) {

    static Money read(CommittedRecords records) {
        var held = new HashMap<String, Long>();
        var captured = new HashMap<String, Long>();
        for (var entry : records.read("payment.ledger")) {
            var orderId = entry.get("orderId").toString();
            long amount = (long) ((GenericRecord) entry.get("amount")).get("amountMinor");
            switch (entry.get("entry").toString()) {
                case "HELD" -> held.merge(orderId, amount, Long::sum);
                case "RELEASED" -> held.merge(orderId, -amount, Long::sum);
                case "CAPTURED" -> {
                    held.merge(orderId, -amount, Long::sum);
                    captured.merge(orderId, amount, Long::sum);
                }
                case "REFUNDED" -> captured.merge(orderId, -amount, Long::sum);
                default -> throw new AssertionError("No such movement: " + entry);
            }
        }
        return new Money(held, captured);
    }

    /** Every completed order was paid once, nothing else was, and nothing is held any more. */
    void assertBalances(Set<String> completed, long priceMinor) {
        assertThat(held.values()).as("nothing is held").allMatch(amount -> amount == 0);
        assertThat(captured.values()).as("paid once or not at all").allMatch(sum -> sum == 0 || sum == priceMinor);
        var paid = captured.entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        assertThat(paid).as("paid = completed").isEqualTo(completed);
    }
}
