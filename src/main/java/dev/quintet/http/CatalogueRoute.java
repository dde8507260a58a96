package dev.quintet.http;

import dev.quintet.domain.limit.Catalogue;
import dev.quintet.domain.order.MenuItem;
import dev.quintet.domain.stock.StockLevels;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What there is to choose from: items, promotions, and the outlets that something was ever supplied to. */
final class CatalogueRoute {
    private final Catalogue catalogue;
    private final StockLevels stock;

    CatalogueRoute(Catalogue catalogue, StockLevels stock) {
        this.catalogue = catalogue;
        this.stock = stock;
    }

    private record Menu(List<MenuItem> items) {}

    private record Promotions(List<Map<String, @Nullable Object>> promotions) {}

    private record Outlets(List<StockAnswer> outlets) {}

    void getMenu(Context context) {
        context.json(new Menu(catalogue.items()));
    }

    void getPromotions(Context context) {
        context.json(new Promotions(
                catalogue.promotions().stream().map(PromotionBody::of).toList()));
    }

    void getOutlets(Context context) {
        var outlets = new TreeMap<>(stock.levels())
                .values().stream().map(StockAnswer::of).toList();
        ViewJson.answer(context, new Outlets(outlets));
    }
}
