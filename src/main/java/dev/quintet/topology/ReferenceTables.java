package dev.quintet.topology;

import dev.quintet.domain.limit.Catalogue;
import dev.quintet.domain.limit.Promotion;
import dev.quintet.domain.order.MenuItem;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Promotions and the menu as this process has read them. Decoded once when they are published: orders ask for them
 * thousands of times a second.
 */
public final class ReferenceTables implements Catalogue {
    private final Map<String, Promotion> promotions = new ConcurrentHashMap<>();
    private final Map<String, MenuItem> menu = new ConcurrentHashMap<>();

    @Override
    public @Nullable Promotion promotion(String promotionId) {
        return promotions.get(promotionId);
    }

    @Override
    public @Nullable MenuItem item(String itemId) {
        return menu.get(itemId);
    }

    /** Whether others have read the same. */
    public boolean hasSameAs(ReferenceTables other) {
        return promotions.equals(other.promotions) && menu.equals(other.menu);
    }

    @Override
    public List<Promotion> promotions() {
        return sorted(promotions);
    }

    @Override
    public List<MenuItem> items() {
        return sorted(menu);
    }

    private static <V> List<V> sorted(Map<String, V> table) {
        return List.copyOf(new TreeMap<>(table).values());
    }

    void putPromotion(String promotionId, @Nullable Promotion promotion) {
        put(promotions, promotionId, promotion);
    }

    void putItem(String itemId, @Nullable MenuItem item) {
        put(menu, itemId, item);
    }

    static <V> void put(Map<String, V> table, String key, @Nullable V value) {
        if (value == null) {
            table.remove(key);
        } else {
            table.put(key, value);
        }
    }
}
