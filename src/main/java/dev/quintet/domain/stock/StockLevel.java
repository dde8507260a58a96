package dev.quintet.domain.stock;

import dev.quintet.domain.order.OrderLine;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * What an outlet has.
 *
 * @param items by item id
 */
public record StockLevel(String outletId, SortedMap<String, ItemLevel> items, Kitchen kitchen) {
    public StockLevel {
        items = Collections.unmodifiableSortedMap(new TreeMap<>(items));
    }

    /** An outlet that nobody has supplied yet. */
    public static StockLevel empty(String outletId) {
        return new StockLevel(outletId, new TreeMap<>(), Kitchen.UNLIMITED);
    }

    StockLevel supply(List<OrderLine> lines) {
        return with(lines, ItemLevel::supply);
    }

    /** Sets lines aside, all of them; null when one of them is not there. */
    @Nullable
    StockLevel reserve(List<OrderLine> lines) {
        var next = new TreeMap<>(items);
        for (var line : lines) {
            var item = next.getOrDefault(line.itemId(), ItemLevel.NONE);
            if (item.onHand() < line.quantity()) {
                return null;
            }
            next.put(line.itemId(), item.reserve(line.quantity()));
        }
        return new StockLevel(outletId, next, kitchen);
    }

    StockLevel giveBack(List<OrderLine> lines) {
        return with(lines, ItemLevel::giveBack);
    }

    private StockLevel with(List<OrderLine> lines, BiFunction<ItemLevel, Integer, ItemLevel> change) {
        var next = new TreeMap<>(items);
        for (var line : lines) {
            var item = next.getOrDefault(line.itemId(), ItemLevel.NONE);
            next.put(line.itemId(), change.apply(item, line.quantity()));
        }
        return new StockLevel(outletId, next, kitchen);
    }

    StockLevel with(Kitchen changed) {
        return new StockLevel(outletId, items, changed);
    }
}
