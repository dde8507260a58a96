package dev.quintet.domain.participant;

import dev.quintet.domain.order.Ids;

/**
 * Which command it is, and for whom.
 *
 * @param commandId the same when the command is sent again; it must then be answered the same without a second effect
 * @param orderId empty when the command belongs to no order
 * @param customerId whose order it is: the key of the reply; empty when the command belongs to no order
 * @param incarnation which life of its id the order is, see {@link Ids#ofLife}
 */
public record CommandHead(String commandId, String orderId, String customerId, long incarnation) {
    /** Of an order that was accepted before lives were told apart, or of none. */
    public CommandHead(String commandId, String orderId, String customerId) {
        this(commandId, orderId, customerId, 0);
    }

    /** What tells the order from every other, also from one that had its id before. */
    public String order() {
        return Ids.ofCustomer(customerId, Ids.ofLife(orderId, incarnation));
    }
}
