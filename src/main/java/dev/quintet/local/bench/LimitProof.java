package dev.quintet.local.bench;

import java.time.Duration;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * Checks what came out of a workload, with none of the code that judged it: every order has exactly one verdict, no 24
 * hours of any customer hold a sixth accepted order, and whoever was refused had five.
 */
final class LimitProof {
    private static final int MAX = 5;
    private static final long WINDOW = Duration.ofHours(24).toMillis();

    private final Workload workload;
    private final BitSet judged;
    private final BitSet accepted;
    private @Nullable String violation;

    LimitProof(Workload workload) {
        this.workload = workload;
        judged = new BitSet(workload.orders());
        accepted = new BitSet(workload.orders());
    }

    /** Takes the verdict on an order, as it stands in the log. */
    void take(String orderId, String customerId, long occurredAt, boolean isAccepted) {
        int index = workload.index(orderId);
        if (index < 0) {
            fail("order " + orderId + " was never placed");
        } else if (judged.get(index)) {
            fail("customer " + customerId + ": order " + orderId + " has two verdicts");
        } else if (!workload.order(index).customerId().equals(customerId) || workload.placedAt(index) != occurredAt) {
            fail("customer " + customerId + ": order " + orderId
                    + " has another customer or time than it was sent with");
        } else {
            judged.set(index);
            accepted.set(index, isAccepted);
        }
    }

    /** The first thing that is wrong, naming the customer; null when all is well. */
    @Nullable
    String violation() {
        for (int index = judged.nextClearBit(0); index < workload.orders() && violation == null; ) {
            fail("customer " + workload.order(index).customerId() + ": order "
                    + workload.order(index).orderId() + " has no verdict");
        }
        for (int index = 0; index < workload.orders() && violation == null; index++) {
            checkWindowThatEndsWith(index);
        }
        return violation;
    }

    int acceptedOrders() {
        return accepted.cardinality();
    }

    int refusedOrders() {
        return judged.cardinality() - accepted.cardinality();
    }

    /** A customer's orders lie one round of customers apart, the latest first when counted backwards. */
    private void checkWindowThatEndsWith(int last) {
        int slots = 0;
        for (int index = last - workload.customers();
                index >= 0 && workload.placedAt(index) > workload.placedAt(last) - WINDOW;
                index -= workload.customers()) {
            slots += accepted.get(index) ? 1 : 0;
        }
        var order = workload.order(last);
        if (accepted.get(last) && slots >= MAX) {
            fail("customer " + order.customerId() + " holds " + (slots + 1) + " slots in the 24 h that end with "
                    + order.orderId());
        } else if (!accepted.get(last) && slots < MAX) {
            fail("customer " + order.customerId() + " was refused " + order.orderId() + " while holding " + slots
                    + " slots");
        }
    }

    private void fail(String what) {
        if (violation == null) {
            violation = what;
        }
    }
}
