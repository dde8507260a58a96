package dev.quintet.domain.stock;

import dev.quintet.domain.order.OrderLine;
import java.util.ArrayList;
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
 * @param outcomes of the last commands that belong to no order, oldest first
 */
public record StockLevel(
        String outletId, SortedMap<String, ItemLevel> items, Kitchen kitchen, List<SupplyOutcome> outcomes) {
    /** How many outcomes are kept: they are written with each reservation, so they are few. */
    public static final int OUTCOMES_MAX = 16;

    public StockLevel {
        items = Collections.unmodifiableSortedMap(new TreeMap<>(items));
        outcomes = List.copyOf(outcomes);
    }

    /** A level without outcomes. */
    public StockLevel(String outletId, SortedMap<String, ItemLevel> items, Kitchen kitchen) {
        this(outletId, items, kitchen, List.of());
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
        return new StockLevel(outletId, next, kitchen, outcomes);
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
        return new StockLevel(outletId, next, kitchen, outcomes);
    }

    StockLevel with(Kitchen changed) {
        return new StockLevel(outletId, items, changed, outcomes);
    }

    /** How a command ended; null when that is not known, or no longer. */
    public @Nullable SupplyOutcome outcome(String mark) {
        for (var outcome : outcomes) {
            if (outcome.mark().equals(mark)) {
                return outcome;
            }
        }
        return null;
    }

    /** Tells how a command ended. What is refused does not make an outlet of which nothing else is known. */
    StockLevel with(SupplyOutcome outcome) {
        if (outcomes.contains(outcome) || (outcome.reason() != null && equals(empty(outletId)))) {
            return this;
        }
        var next = new ArrayList<>(outcomes);
        next.add(outcome);
        return new StockLevel(
                outletId, items, kitchen, next.subList(Math.max(0, next.size() - OUTCOMES_MAX), next.size()));
    }
}
