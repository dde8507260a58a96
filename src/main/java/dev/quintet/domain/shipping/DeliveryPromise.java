package dev.quintet.domain.shipping;

import org.jspecify.annotations.Nullable;

/**
 * What shipping has promised for one order, and what became of it.
 *
 * @param shipment what was promised; null when nothing ever was
 */
public record DeliveryPromise(State state, @Nullable Shipment shipment) {
    /** Nothing was asked yet. */
    public static final DeliveryPromise NONE = new DeliveryPromise(State.NONE, null);

    /** How far it is. */
    public enum State {
        NONE,
        /** It was promised and waits to be dispatched or cancelled. */
        PROMISED,
        /** It could not be promised, and never will be. */
        REFUSED,
        /** It was taken back, or forbidden before it was promised. */
        CANCELLED,
        /** It has left. */
        DISPATCHED
    }

    public DeliveryPromise {
        boolean needsOne = state == State.PROMISED || state == State.DISPATCHED;
        if (needsOne && shipment == null) {
            throw new IllegalStateException("There is nothing to be carried that is " + state);
        }
    }

    /** Whether something is held that may still leave: it is not forgotten. */
    public boolean isOpen() {
        return state == State.PROMISED;
    }

    DeliveryPromise as(State next) {
        return new DeliveryPromise(next, shipment);
    }
}
