package dev.quintet.domain.order;

/** Something that is asked of an order. */
public sealed interface OrderCommand permits PlaceOrder, CancelOrder, RepairOrder {
    String orderId();

    String customerId();
}
