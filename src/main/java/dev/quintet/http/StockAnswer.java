package dev.quintet.http;

import dev.quintet.domain.stock.StockLevel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an outlet has, as it is answered. */
record StockAnswer(String outletId, List<Item> items, Capacity capacity) {

    /**
     * @param onHand what may still be reserved
     * @param reserved what was set aside for orders and not given back
     * @param supplied all that ever came in
     */
    record Item(String itemId, long onHand, long reserved, long supplied) {}

    /**
     * @param ordersPerSlot how many orders the kitchen takes in one time slot; null for any number
     * @param slotSeconds how long a time slot is
     */
    record Capacity(@Nullable Integer ordersPerSlot, long slotSeconds) {}

    static StockAnswer of(StockLevel level) {
        var items = level.items().entrySet().stream()
                .map(item -> new Item(
                        item.getKey(),
                        item.getValue().onHand(),
                        item.getValue().reserved(),
                        item.getValue().supplied()))
                .toList();
        var kitchen = level.kitchen();
        return new StockAnswer(level.outletId(), items, new Capacity(kitchen.orders(), kitchen.slotMillis() / 1_000));
    }
}
