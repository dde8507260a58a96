package dev.quintet.domain.limit;

import dev.quintet.domain.order.LimitUnit;
import dev.quintet.domain.order.LimitUse;
import dev.quintet.domain.order.PlaceOrder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was read of one customer's slots to judge one order: every window from the oldest that matters to the newest
 * that exists.
 *
 * @param windows oldest first, windows without an order left out
 * @param known what is remembered under the id of the order being judged; null when the id is new
 */
public record CustomerSlots(
        List<SlotWindow> windows, @Nullable SlotEntry known) {

    /** The same, with what is known of the order from elsewhere. */
    public CustomerSlots knowing(SlotEntry entry) {
        return new CustomerSlots(windows, entry);
    }

    /** Finds the order among what the windows hold themselves. */
    public static @Nullable SlotEntry find(List<SlotWindow> windows, String orderId) {
        for (var window : windows) {
            var entry = window.find(orderId);
            if (entry != null) {
                return entry;
            }
        }
        return null;
    }

    /** The window that starts at an instant; empty when nothing was stored in it. */
    public SlotWindow windowAt(long startMillis) {
        for (var window : windows) {
            if (window.startMillis() == startMillis) {
                return window;
            }
        }
        return SlotWindow.empty(startMillis);
    }

    /**
     * The use of the bound that every customer has, whatever the promotions: a day's window is one row of the store, and
     * holds {@link SlotWindow#LIVE_MAX} slots. Null when there is room.
     */
    @Nullable
    LimitUse fullDay(Promotion promotion, PlaceOrder order, long placedAt) {
        var window = windowAt(SlotWindow.startOf(placedAt));
        var live = window.live();
        if (live.size() < SlotWindow.LIVE_MAX) {
            return null;
        }
        long nextDay = window.startMillis() + SlotWindow.LENGTH.toMillis();
        return new LimitUse(
                LimitUnit.ORDERS,
                SlotWindow.LIVE_MAX,
                live.size(),
                PromotionCheck.of(promotion, this, order, nextDay).nextSlotAt(),
                live.stream().map(SlotEntry::orderId).toList());
    }

    /** The live slots under a promotion, in no particular order. */
    List<SlotEntry> live(String promotionId) {
        var live = new ArrayList<SlotEntry>();
        for (var window : windows) {
            for (var entry : window.entries()) {
                if (entry.status().isLive() && entry.promotionId().equals(promotionId)) {
                    live.add(entry);
                }
            }
        }
        return live;
    }
}
