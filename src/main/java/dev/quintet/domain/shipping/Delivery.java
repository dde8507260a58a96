package dev.quintet.domain.shipping;

import dev.quintet.domain.participant.CommandHead;
import dev.quintet.domain.participant.Reply;
import org.jspecify.annotations.Nullable;

/** Whether an order can be delivered that nothing was promised for: what sagas of the first definition ask. */
public final class Delivery {
    /** Nobody has said where the customer lives. */
    public static final String NO_ADDRESS = "NO_ADDRESS";

    /** It has left, so it can't be taken back. */
    public static final String DISPATCHED = "DISPATCHED";

    private Delivery() {}

    /**
     * What a command leads to.
     *
     * @param shipment null when the command has no effect: nowhere to go, or arranged before
     */
    public record Decision(Reply reply, @Nullable Shipment shipment) {}

    /**
     * Decides about a command. Only a delivery that was arranged is remembered: a command that was answered NO and is
     * sent again is judged anew, because by then the customer may have an address.
     *
     * @param arranged the answer that the same command got before; null when it was not arranged yet
     * @param customer null when nobody knows the customer
     */
    public static Decision decide(
            CommandHead head, ShippingRequest.Arrange wanted, @Nullable Reply arranged, @Nullable Customer customer) {
        if (arranged != null) {
            return new Decision(arranged, null);
        }
        if (customer == null) {
            return new Decision(Reply.no(head, NO_ADDRESS), null);
        }
        var shipment = Shipment.of(head, wanted.outletId(), wanted.lines(), customer);
        return new Decision(Reply.ok(head, shipment.shipmentId()), shipment);
    }
}
