package dev.quintet.domain.shipping;

import dev.quintet.domain.order.OrderLine;
import dev.quintet.domain.participant.CommandHead;
import java.util.List;

/**
 * Something to carry from an outlet to a customer.
 *
 * @param shipmentId follows from customer id, order id and incarnation, so that the same delivery is never two shipments, nor two one
 * @param address in one line, as it was known when the delivery was promised, or arranged without a promise
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

    static Shipment of(CommandHead head, String outletId, List<OrderLine> lines, Customer customer) {
        var orderId = head.orderId();
        return new Shipment(
                "s-" + head.order(),
                orderId,
                customer.customerId(),
                customer.name(),
                customer.address(),
                customer.region(),
                outletId,
                lines);
    }
}
