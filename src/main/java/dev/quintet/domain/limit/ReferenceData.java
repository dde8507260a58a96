package dev.quintet.domain.limit;

import dev.quintet.domain.order.MenuItem;
import org.jspecify.annotations.Nullable;

/** What is published beside the orders: promotions and the menu. */
public interface ReferenceData {

    /** The promotion with this id; null when there is none. */
    @Nullable
    Promotion promotion(String promotionId);

    /** The item with this id; null when the menu lacks it. */
    @Nullable
    MenuItem item(String itemId);
}
