package dev.quintet.domain.order;

/** Something that is asked of an order. */
public sealed interface OrderCommand permits PlaceOrder {
    String orderId();

    String customerId();
}
