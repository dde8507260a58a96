package dev.quintet.topology;

import dev.quintet.domain.stock.StockLevel;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What all outlets have, as this process has read it. */
final class StockTables {
    private final Map<String, StockLevel> outlets = new ConcurrentHashMap<>();

    void put(String outletId, @Nullable StockLevel level) {
        ReferenceTables.put(outlets, outletId, level);
    }

    /** What all outlets together have of an item; null when none ever had any. */
    @Nullable
    Long left(String itemId) {
        Long left = null;
        for (var outlet : outlets.values()) {
            var item = outlet.items().get(itemId);
            if (item != null) {
                left = (left == null ? 0 : left) + item.onHand();
            }
        }
        return left;
    }
}
