package dev.quintet.domain.saga;

import dev.quintet.domain.order.OrderFact;
import java.util.List;

/**
 * What an input made of a saga.
 *
 * @param saga afterwards; its version counts the facts
 * @param facts what happened, oldest first
 * @param actions what is to be asked of participants, in this order
 * @param slot what becomes of the order's slot
 * @param closed whether this was the end: the saga is to be forgotten
 */
public record Progress(Saga saga, List<OrderFact> facts, List<Action> actions, SlotFate slot, boolean closed) {

    /** What becomes of a slot. */
    public enum SlotFate {
        UNCHANGED,
        CONFIRM,
        RELEASE
    }

    /** Whether anything came of it. */
    public boolean isNothing(Saga before) {
        return facts.isEmpty() && actions.isEmpty() && saga.equals(before);
    }
}
