package dev.quintet.faults;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a participant behaves, which need not be as the contract wants it. */
interface Manner {
    /** What it says when it is asked, in this order. */
    List<Said> to(Asked asked);

    /**
     * A command.
     *
     * @param what the kind, as {@code AuthorizePayment}
     * @param times how often this command came, this time included
     */
    record Asked(String commandId, String orderId, String customerId, String what, int times) {
        /** The answer that the contract wants. */
        Said ok() {
            return new Said(customerId, orderId, commandId, null);
        }

        Said no(String reason) {
            return new Said(customerId, orderId, commandId, reason);
        }

        /** A success of another step of the same order, by its label. */
        Said okTo(String label) {
            return new Said(customerId, orderId, commandId.substring(0, commandId.lastIndexOf('/') + 1) + label, null);
        }
    }

    /**
     * A reply.
     *
     * @param reason null for OK
     */
    record Said(
            String key,
            String orderId,
            String commandId,
            @Nullable String reason) {}
}
