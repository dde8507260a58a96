package dev.quintet.domain.order;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A fact in the log of its order.
 *
 * @param version 1 for the first fact of the order, then without a gap
 * @param cause where the record that caused it stands
 */
public record OrderEvent(
        String orderId, long version, String customerId, Instant occurredAt, Cause cause, OrderFact fact) {

    /** What can't be so in it, whoever wrote it; null when nothing is. What passes has a size that is bounded. */
    public @Nullable String problem() {
        if (!Ids.isValid(orderId) || !Ids.isValid(customerId)) {
            return "Order id and customer id must be " + Ids.RULE;
        }
        return version < 1 ? "The version must be 1 or more" : fact.problem();
    }

    /** The position of a record. */
    public record Cause(String topic, int partition, long offset) {}
}
