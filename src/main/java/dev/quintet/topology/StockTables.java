package dev.quintet.topology;

import dev.quintet.domain.stock.StockLevel;
import dev.quintet.domain.stock.StockLevels;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What outlets have, as this process has read it. Every pod has all of it: outlets are few, and none has to ask another. */
public final class StockTables implements StockLevels {
    private final Map<String, StockLevel> levels = new ConcurrentHashMap<>();

    @Override
    public @Nullable StockLevel level(String outletId) {
        return levels.get(outletId);
    }

    @Override
    public Map<String, StockLevel> levels() {
        return Map.copyOf(levels);
    }

    /** What all outlets together have of an item; null when none ever had any. */
    @Nullable
    Long left(String itemId) {
        Long left = null;
        for (var outlet : levels.values()) {
            var item = outlet.items().get(itemId);
            if (item != null) {
                left = (left == null ? 0 : left) + item.onHand();
            }
        }
        return left;
    }

    void putLevel(String outletId, @Nullable StockLevel level) {
        ReferenceTables.put(levels, outletId, level);
    }
}
