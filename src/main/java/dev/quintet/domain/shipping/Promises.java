package dev.quintet.domain.shipping;

import dev.quintet.domain.participant.CommandHead;
import dev.quintet.domain.participant.Reply;
import dev.quintet.domain.shipping.DeliveryPromise.State;
import org.jspecify.annotations.Nullable;

/**
 * How shipping promises deliveries, takes promises back and keeps them. Every answer follows from what became of the order
 * so far, so a command that comes again is answered the same and does nothing.
 */
public final class Promises {
    public static final String CANCELLED = "CANCELLED";
    public static final String ALREADY_PROMISED = "ALREADY_PROMISED";
    public static final String NOTHING_PROMISED = "NOTHING_PROMISED";

    private Promises() {}

    /**
     * What a command leads to.
     *
     * @param promise afterwards
     * @param shipment what leaves now; null when nothing does
     */
    public record Decision(
            DeliveryPromise promise, Reply reply, @Nullable Shipment shipment) {}

    /**
     * Decides about a promise.
     *
     * @param before what became of the order so far
     * @param customer null when nobody knows the customer
     */
    public static Decision promise(
            DeliveryPromise before, CommandHead head, ShippingRequest.Promise wanted, @Nullable Customer customer) {
        return switch (before.state()) {
            case NONE -> {
                if (customer == null) {
                    yield no(before.as(State.REFUSED), head, Delivery.NO_ADDRESS);
                }
                var shipment = Shipment.of(head, wanted.outletId(), wanted.lines(), customer);
                yield ok(new DeliveryPromise(State.PROMISED, shipment), head, null);
            }
            case REFUSED -> no(before, head, Delivery.NO_ADDRESS);
            case PROMISED, DISPATCHED, CANCELLED -> {
                var shipment = before.shipment();
                if (shipment == null) {
                    yield no(before, head, CANCELLED);
                }
                boolean isSame = shipment.outletId().equals(wanted.outletId())
                        && shipment.lines().equals(wanted.lines());
                yield isSame ? ok(before, head, null) : no(before, head, ALREADY_PROMISED);
            }
        };
    }

    /** Takes a promise back. Answered OK also when there was none; what has left is not taken back. */
    public static Decision cancel(DeliveryPromise before, CommandHead head) {
        return switch (before.state()) {
            case NONE, PROMISED -> ok(before.as(State.CANCELLED), head, null);
            case CANCELLED, REFUSED -> ok(before, head, null);
            case DISPATCHED -> no(before, head, Delivery.DISPATCHED);
        };
    }

    /** Keeps a promise. */
    public static Decision dispatch(DeliveryPromise before, CommandHead head) {
        var shipment = before.shipment();
        return switch (before.state()) {
            case NONE, REFUSED -> no(before, head, NOTHING_PROMISED);
            case CANCELLED -> no(before, head, CANCELLED);
            case PROMISED -> ok(before.as(State.DISPATCHED), head, shipment);
            case DISPATCHED -> new Decision(before, Reply.ok(head, idOf(shipment)), null);
        };
    }

    private static Decision ok(DeliveryPromise after, CommandHead head, @Nullable Shipment leaving) {
        return new Decision(after, Reply.ok(head, leaving == null ? null : leaving.shipmentId()), leaving);
    }

    private static Decision no(DeliveryPromise after, CommandHead head, String reason) {
        return new Decision(after, Reply.no(head, reason), null);
    }

    private static @Nullable String idOf(@Nullable Shipment shipment) {
        return shipment == null ? null : shipment.shipmentId();
    }
}
