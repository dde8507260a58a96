package dev.quintet.domain.participant;

/**
 * Which command it is, and for whom.
 *
 * @param commandId the same when the command is sent again; it must then be answered the same without a second effect
 * @param orderId empty when the command belongs to no order
 * @param customerId whose order it is: the key of the reply; empty when the command belongs to no order
 */
public record CommandHead(String commandId, String orderId, String customerId) {}
