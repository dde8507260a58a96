package dev.quintet.domain.stock;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What outlets have, as somebody has read it. */
public interface StockLevels {

    /** What an outlet has; null when nothing was ever supplied to it. */
    @Nullable
    StockLevel level(String outletId);

    /** All outlets, by their ids. */
    Map<String, StockLevel> levels();
}
