package dev.quintet.local.bench;

import dev.quintet.domain.payment.LedgerEntry;
import dev.quintet.domain.payment.Movement;
import dev.quintet.domain.stock.StockLevel;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Checks money and stock once every order has ended: of each completed order its total was taken, of every other
 * nothing; nothing is held any more; and of each item exactly what completed orders have is gone from the outlets.
 */
final class BooksProof {
    private final SagaWorkload workload;
    private final long[] held;
    private final long[] captured;
    private final Map<String, StockLevel> levels = new HashMap<>();

    BooksProof(SagaWorkload workload) {
        this.workload = workload;
        held = new long[workload.orders()];
        captured = new long[workload.orders()];
    }

    /** Takes the next movement of money. */
    void take(LedgerEntry entry) {
        int index = workload.index(entry.orderId());
        if (index >= 0) {
            long amount = entry.amount().amountMinor();
            held[index] += entry.entry() == Movement.HELD ? amount : 0;
            held[index] -= entry.entry() == Movement.CAPTURED || entry.entry() == Movement.RELEASED ? amount : 0;
            captured[index] += entry.entry() == Movement.CAPTURED ? amount : 0;
            captured[index] -= entry.entry() == Movement.REFUNDED ? amount : 0;
        }
    }

    /** Takes what an outlet has, in place of what it had. */
    void take(StockLevel level) {
        levels.put(level.outletId(), level);
    }

    /** The first thing that is wrong, by what the facts say; null when all is well. */
    @Nullable
    String violation(SagaProof facts) {
        var sold = new HashMap<String, Long>();
        for (int index = 0; index < workload.orders(); index++) {
            if (held[index] != 0 || captured[index] != facts.owed(index)) {
                return "order " + workload.order(index).orderId() + ": " + captured[index] + " was taken and "
                        + held[index] + " is held, of " + facts.owed(index) + " owed";
            }
            if (facts.owed(index) > 0) {
                workload.order(index)
                        .lines()
                        .forEach(line -> sold.merge(line.itemId(), (long) line.quantity(), Long::sum));
            }
        }
        var gone = new HashMap<String, Long>();
        for (var level : levels.values()) {
            level.items().forEach((item, count) -> gone.merge(item, count.reserved(), Long::sum));
        }
        return gone.equals(sold) ? null : "of the stock " + gone + " is gone and " + sold + " was sold";
    }
}
