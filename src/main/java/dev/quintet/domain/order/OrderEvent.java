package dev.quintet.domain.order;

import java.time.Instant;

/**
 * A fact in the log of its order.
 *
 * @param version 1 for the first fact of the order, then without a gap
 * @param cause where the record that caused it stands
 */
public record OrderEvent(
        String orderId, long version, String customerId, Instant occurredAt, Cause cause, OrderFact fact) {

    /** The position of a record. */
    public record Cause(String topic, int partition, long offset) {}
}
