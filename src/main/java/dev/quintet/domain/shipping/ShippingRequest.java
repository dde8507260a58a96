package dev.quintet.domain.shipping;

import dev.quintet.domain.order.OrderLine;
import java.util.List;

/** What is asked of shipping. */
public sealed interface ShippingRequest {

    /** Promise that an order can be delivered to its customer, whose address shipping knows. Nothing leaves yet. */
    record Promise(String outletId, List<OrderLine> lines) implements ShippingRequest {}

    /** Take back what was promised for the order; what would promise or dispatch for it later is refused. */
    record Cancel() implements ShippingRequest {}

    /** Have what was promised for the order leave. */
    record Dispatch() implements ShippingRequest {}

    /** Of sagas of the first definition: have an order delivered that nothing was promised for. */
    record Arrange(String outletId, List<OrderLine> lines) implements ShippingRequest {}
}
