package dev.quintet.domain.order;

/**
 * The command of an operator to help an order on.
 *
 * @param step on which step; empty for the whole order
 * @param by who
 */
public record RepairOrder(
        String orderId, String customerId, OperatorAction action, String step, String reason, String by)
        implements OrderCommand {}
