package dev.quintet.domain.pricing;

import dev.quintet.domain.order.PriceBounds;
import org.jspecify.annotations.Nullable;

/**
 * Where a price goes next. At usual demand and with stock enough it is drawn to the middle of its bounds, in a rush or
 * when stock runs out to the upper bound, when nobody orders to the lower one; but a little at a time.
 */
public final class PriceRule {
    /** The most that one decision changes. */
    static final int STEP_MAX_PERCENT = 5;

    /** What is closer to where it is drawn to stays: a price that trembles helps nobody. */
    private static final int STAYS_WITHIN_PERCENT = 2;

    /** As if so many pieces more had been ordered both recently and usually: two orders are no rush after one. */
    private static final long DOUBT_PIECES = 10;

    /** Stock that lasts longer than so many times the recent window is enough. */
    private static final long ENOUGH_WINDOWS = 12;

    /** The upper bound, in thousandths of the way from the lower one. */
    private static final long FULL = 1_000;

    private PriceRule() {}

    /**
     * Decides on a price, in minor units.
     *
     * @param stockLeft what all outlets together have; null when nobody knows
     * @return a price within the bounds; the same when it is to stay
     */
    public static long decide(long priceMinor, PriceBounds bounds, Demand demand, @Nullable Long stockLeft) {
        long price = bounds.clamp(priceMinor);
        long pull = Math.max(pullOfDemand(demand), pullOfScarcity(demand, stockLeft));
        long target = bounds.minMinor() + (bounds.maxMinor() - bounds.minMinor()) * pull / FULL;
        long gap = target - price;
        if (Math.abs(gap) * 100 <= price * STAYS_WITHIN_PERCENT) {
            return price;
        }
        long stepMax = Math.max(1, price * STEP_MAX_PERCENT / 100);
        // Half of the way, so that it comes to rest instead of going past.
        long half = gap / 2 == 0 ? Long.signum(gap) : gap / 2;
        return bounds.clamp(price + Math.clamp(half, -stepMax, stepMax));
    }

    private static long pullOfDemand(Demand demand) {
        return FULL * (demand.recent() + DOUBT_PIECES) / (demand.recent() + demand.usual() + 2 * DOUBT_PIECES);
    }

    /** Half of the way up when stock is just enough, all of it when there is none. */
    private static long pullOfScarcity(Demand demand, @Nullable Long stockLeft) {
        long enough = ENOUGH_WINDOWS * demand.recent();
        if (stockLeft == null || stockLeft >= enough) {
            return 0;
        }
        return FULL - FULL / 2 * stockLeft / enough;
    }
}
