package dev.quintet.local.bench;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the check of one step's verdicts found.
 *
 * @param violation what is wrong, naming the customer; null when nothing is
 */
record ProofFigures(
        String step,
        int orders,
        int customers,
        int accepted,
        int refused,
        @Nullable String violation) {

    static ProofFigures of(String step, Workload workload, LimitProof proof) {
        var violation = proof.violation();
        return new ProofFigures(
                step,
                workload.orders(),
                workload.customers(),
                proof.acceptedOrders(),
                proof.refusedOrders(),
                violation);
    }

    String inWords() {
        return violation == null
                ? String.format(
                        Locale.ROOT,
                        "%,d orders of %,d customers: %,d accepted, %,d refused, the limit held",
                        orders,
                        customers,
                        accepted,
                        refused)
                : "WRONG: " + violation;
    }
}
