package dev.quintet.domain.saga;

import dev.quintet.domain.limit.SlotEntry;
import dev.quintet.domain.limit.SlotStatus;
import dev.quintet.domain.order.Ids;
import dev.quintet.domain.order.LimitUse;
import dev.quintet.domain.order.Money;
import dev.quintet.domain.order.OrderLine;
import dev.quintet.domain.order.PlaceOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the participants need to know of an accepted order, and the verdict that it got.
 *
 * @param placedAt epoch milliseconds: in which window its slot lies
 * @param total after discount
 * @param policyVersion the version of the promotion that was applied; 0 when that was not kept
 * @param use the tightest limit at the verdict; null when that was not kept
 * @param incarnation which life of its id the order is: see {@link Ids#ofLife}
 */
public record Purchase(
        String orderId,
        String customerId,
        String promotionId,
        long placedAt,
        String outletId,
        List<OrderLine> lines,
        Money total,
        String paymentMethod,
        long policyVersion,
        @Nullable LimitUse use,
        long incarnation) {

    /** One that was accepted before lives were told apart. */
    public Purchase(
            String orderId,
            String customerId,
            String promotionId,
            long placedAt,
            String outletId,
            List<OrderLine> lines,
            Money total,
            String paymentMethod) {
        this(orderId, customerId, promotionId, placedAt, outletId, lines, total, paymentMethod, 0, null, 0);
    }

    /** The id of the command that asks for an action: never that of an earlier order which had the same id. */
    public String commandId(Action action) {
        return commandPrefix() + action.label();
    }

    /** The label of the action that a command of this order asked for; empty when the command is not of this order. */
    public String labelOf(String commandId) {
        var prefix = commandPrefix();
        return commandId.startsWith(prefix) ? commandId.substring(prefix.length()) : "";
    }

    private String commandPrefix() {
        return Ids.ofLife(orderId, incarnation) + "/";
    }

    /** The slot that the order took, as it was remembered with its verdict. */
    public SlotEntry slot() {
        var order = new PlaceOrder(orderId, customerId, promotionId, outletId, lines, paymentMethod);
        return new SlotEntry(
                orderId,
                promotionId,
                placedAt,
                order.fingerprint(),
                SlotStatus.RESERVED,
                order.items(),
                policyVersion,
                null,
                use,
                total);
    }
}
