package dev.quintet.domain.order;

/** The command to cancel an order, which is possible until it is confirmed. */
public record CancelOrder(String orderId, String customerId, String reason) implements OrderCommand {}
