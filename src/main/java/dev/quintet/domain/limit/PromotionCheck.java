package dev.quintet.domain.limit;

import dev.quintet.domain.order.LimitUse;
import dev.quintet.domain.order.PlaceOrder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All limits of a promotion, seen by one order. The order passes when it passes each of them. */
record PromotionCheck(Promotion promotion, List<LimitCheck> checks, PlaceOrder order, long placedAt) {

    static PromotionCheck of(Promotion promotion, CustomerSlots slots, PlaceOrder order, long placedAt) {
        var live = slots.live(promotion.promotionId());
        var checks = new ArrayList<LimitCheck>(promotion.limits().size());
        for (var limit : promotion.limits()) {
            checks.add(new LimitCheck(limit, promotion, live));
        }
        return new PromotionCheck(promotion, checks, order, placedAt);
    }

    boolean passes() {
        return passes(placedAt);
    }

    /** The limit with the least room left, this order counted. */
    LimitUse useWhenAccepted() {
        var tightest = tightest(checks);
        int used = tightest.usedAt(placedAt) + units(tightest);
        return new LimitUse(tightest.limit().unit(), tightest.limit().max(), used, null, List.of());
    }

    /** Of the limits that refuse the order, the one with the least room left, and when all of them would let it pass. */
    LimitUse useWhenRefused() {
        var refusing = checks.stream()
                .filter(check -> !check.passes(placedAt, units(check)))
                .toList();
        return tightest(refusing).useAt(placedAt, nextSlotAt());
    }

    /** The earliest instant at which every limit lets the order pass while the promotion runs; null when there is none. */
    @Nullable
    Instant nextSlotAt() {
        long at = placedAt;
        while (!passes(at)) {
            for (var check : checks) {
                var next = check.nextPass(at, units(check));
                if (next.isEmpty()) {
                    return null;
                }
                at = next.getAsLong();
            }
        }
        var instant = Instant.ofEpochMilli(at);
        return promotion.isActiveAt(instant) ? instant : null;
    }

    private boolean passes(long at) {
        for (var check : checks) {
            if (!check.passes(at, units(check))) {
                return false;
            }
        }
        return true;
    }

    private LimitCheck tightest(List<LimitCheck> among) {
        return among.size() == 1
                ? among.getFirst()
                : among.stream()
                        .min(Comparator.comparingInt(check -> check.limit().max() - check.usedAt(placedAt)))
                        .orElseThrow();
    }

    private int units(LimitCheck check) {
        return switch (check.limit().unit()) {
            case ORDERS -> 1;
            case ITEMS -> order.items();
        };
    }
}
