package dev.quintet.http;

import dev.quintet.domain.order.LimitUnit;
import dev.quintet.domain.order.LimitUse;
import dev.quintet.domain.order.Money;
import dev.quintet.domain.order.PlaceOrder;
import dev.quintet.domain.order.RefusalReason;
import dev.quintet.domain.order.Verdict;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Verdicts as the orders service gives them. */
final class SampleVerdicts {
    static final Instant PLACED_AT = Instant.parse("2026-11-21T10:00:00.123Z");

    private SampleVerdicts() {}

    static Verdict accepted(PlaceOrder order) {
        var use = new LimitUse(LimitUnit.ORDERS, 5, 3, null, List.of());
        return verdict(order, null, use, new Money(534, "EUR"));
    }

    static Verdict limitReached(PlaceOrder order, @Nullable Instant nextSlotAt) {
        var use = new LimitUse(LimitUnit.ORDERS, 5, 5, nextSlotAt, List.of("o-1", "o-2", "o-3", "o-4", "o-5"));
        return verdict(order, RefusalReason.LIMIT_REACHED, use, null);
    }

    static Verdict refused(PlaceOrder order, RefusalReason reason) {
        return verdict(order, reason, null, null);
    }

    /** The same verdict, given for the second time. */
    static Verdict again(Verdict first) {
        return new Verdict(
                first.orderId(),
                first.customerId(),
                first.reason(),
                first.placedAt(),
                first.promotionId(),
                first.policyVersion(),
                first.use(),
                first.total(),
                first.version(),
                true);
    }

    private static Verdict verdict(
            PlaceOrder order, @Nullable RefusalReason reason, @Nullable LimitUse use, @Nullable Money total) {
        return new Verdict(
                order.orderId(), order.customerId(), reason, PLACED_AT, order.promotionId(), 1, use, total, 1, false);
    }
}
