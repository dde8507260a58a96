package dev.quintet.domain.shipping;

import dev.quintet.domain.order.OrderLine;
import java.util.List;

/**
 * Something to carry from an outlet to a customer.
 *
 * @param shipmentId follows from customer id, order id and incarnation, so that the same delivery is never two shipments, nor two one
 * @param address in one line, as it was known when the delivery was arranged
 * @param region in which the address lies
 */
public record Shipment(
        String shipmentId,
        String orderId,
        String customerId,
        String name,
        String address,
        String region,
        String outletId,
        List<OrderLine> lines) {

    static Shipment of(ShippingCommand command, Customer customer) {
        var orderId = command.head().orderId();
        return new Shipment(
                "s-" + command.head().order(),
                orderId,
                customer.customerId(),
                customer.name(),
                customer.address(),
                customer.region(),
                command.outletId(),
                command.lines());
    }
}
