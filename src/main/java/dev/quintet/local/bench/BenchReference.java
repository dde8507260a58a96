package dev.quintet.local.bench;

import dev.quintet.domain.limit.Promotion;
import dev.quintet.domain.limit.ReferenceData;
import dev.quintet.domain.order.MenuItem;
import dev.quintet.local.DemoData;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The promotion and the menu that the orders of the bench name, without the topics that production reads them from. */
final class BenchReference implements ReferenceData {
    private final Promotion promotion = DemoData.burgerDay();
    private final Map<String, MenuItem> menu =
            DemoData.menu().stream().collect(Collectors.toMap(MenuItem::itemId, Function.identity()));

    @Override
    public @Nullable Promotion promotion(String promotionId) {
        return promotion.promotionId().equals(promotionId) ? promotion : null;
    }

    @Override
    public @Nullable MenuItem item(String itemId) {
        return menu.get(itemId);
    }
}
