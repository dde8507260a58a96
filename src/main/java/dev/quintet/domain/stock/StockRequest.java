package dev.quintet.domain.stock;

import dev.quintet.domain.order.OrderLine;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is asked of an outlet's stock. */
public sealed interface StockRequest {

    /** Set aside what an order needs, all of it or nothing, and one place in the kitchen. */
    record Reserve(List<OrderLine> lines) implements StockRequest {}

    /** Give back what was set aside for the order; what would reserve for it later is refused. */
    record Release() implements StockRequest {}

    /** Add to what is on hand. */
    record Replenish(List<OrderLine> lines) implements StockRequest {}

    /**
     * How many orders the kitchen takes.
     *
     * @param orders in one time slot; null for any number
     * @param slotMillis how long a time slot is; slots are aligned to the epoch
     */
    record SetCapacity(@Nullable Integer orders, long slotMillis) implements StockRequest {}

    /** Whether it is asked for an order; the others say what there is. */
    default boolean belongsToOrder() {
        return switch (this) {
            case Reserve _, Release _ -> true;
            case Replenish _, SetCapacity _ -> false;
        };
    }
}
