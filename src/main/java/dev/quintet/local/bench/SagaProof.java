package dev.quintet.local.bench;

import dev.quintet.domain.order.OrderEvent;
import dev.quintet.domain.order.OrderFact;
import dev.quintet.local.bench.SagaWorkload.Fate;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * Checks the facts that came of a workload, with none of the code that made them: each order has the facts 1, 2, 3 and so
 * on without a gap, ends once, as it must, and nothing happens to it afterwards.
 */
final class SagaProof {
    private final SagaWorkload workload;
    private final int[] versions;
    private final BitSet confirmed = new BitSet();
    private final BitSet ended = new BitSet();
    private final long[] totals;
    private int sentAgain;
    private @Nullable String violation;

    SagaProof(SagaWorkload workload) {
        this.workload = workload;
        versions = new int[workload.orders()];
        totals = new long[workload.orders()];
    }

    /** Takes the next fact of an order. */
    void take(OrderEvent event) {
        int index = workload.index(event.orderId());
        if (index < 0) {
            fail("order " + event.orderId() + " was never placed");
            return;
        }
        if (!workload.order(index).customerId().equals(event.customerId())) {
            fail(told(event) + " is of another customer: " + event.customerId());
        } else if (event.version() != versions[index] + 1) {
            fail(told(event) + " follows fact " + versions[index]);
        } else if (ended.get(index)) {
            fail(told(event) + " comes after the end");
        }
        versions[index]++;
        judge(event, index);
    }

    private void judge(OrderEvent event, int index) {
        switch (event.fact()) {
            case OrderFact.Accepted accepted -> totals[index] = accepted.total().amountMinor();
            case OrderFact.Confirmed _ -> confirmed.set(index);
            case OrderFact.StepRetried _ -> sentAgain++;
            case OrderFact.Completed _ -> end(event, index, Fate.COMPLETED);
            case OrderFact.Refused _ -> end(event, index, Fate.REFUSED);
            case OrderFact.Cancelled cancelled ->
                end(event, index, cancelled.cause().equals("DECLINED") ? Fate.DECLINED : Fate.TIMED_OUT);
            default -> {}
        }
    }

    private void end(OrderEvent event, int index, Fate fate) {
        if (fate != workload.fate(index)) {
            fail(told(event) + " is its end, which must be " + workload.fate(index));
        } else if (confirmed.get(index) != (fate == Fate.COMPLETED)) {
            fail(told(event) + " is its end, and it was " + (confirmed.get(index) ? "" : "not ") + "confirmed");
        }
        ended.set(index);
    }

    /** The first thing that is wrong, naming the order; null when all is well. */
    @Nullable
    String violation() {
        int open = ended.nextClearBit(0);
        if (open < workload.orders()) {
            fail("order " + workload.order(open).orderId() + " has no end");
        }
        return violation;
    }

    /** What the customer pays for an order that is completed, in minor units; 0 for every other. */
    long owed(int index) {
        return confirmed.get(index) ? totals[index] : 0;
    }

    /** How many commands were sent again because nobody had answered in time. */
    int sentAgain() {
        return sentAgain;
    }

    private static String told(OrderEvent event) {
        return "order " + event.orderId() + ": fact " + event.version() + ", "
                + event.fact().getClass().getSimpleName() + ",";
    }

    private void fail(String what) {
        if (violation == null) {
            violation = what;
        }
    }
}
