package dev.quintet.harness;

import dev.quintet.domain.limit.Promotion;
import dev.quintet.domain.order.LimitUse;
import dev.quintet.domain.order.MenuItem;
import dev.quintet.domain.order.PlaceOrder;
import dev.quintet.domain.order.Verdict;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Gives a story names of its own in a driver that many stories share: its customers, orders and promotions get a prefix. */
public final class OwnNames implements OrderDriver {
    private final OrderDriver shared;
    private final String prefix;

    public OwnNames(OrderDriver shared, String prefix) {
        this.shared = shared;
        this.prefix = prefix;
    }

    @Override
    public void publish(Promotion promotion) {
        shared.publish(new Promotion(
                prefix + promotion.promotionId(),
                promotion.version(),
                promotion.name(),
                promotion.discountPercent(),
                promotion.startsAt(),
                promotion.endsAt(),
                promotion.limits()));
    }

    @Override
    public void publish(MenuItem item) {
        shared.publish(item);
    }

    @Override
    public Verdict place(PlaceOrder order, Instant placedAt) {
        var verdict = shared.place(
                new PlaceOrder(
                        prefix + order.orderId(),
                        prefix + order.customerId(),
                        prefix + order.promotionId(),
                        order.outletId(),
                        order.lines(),
                        order.paymentMethod()),
                placedAt);
        return new Verdict(
                order.orderId(),
                order.customerId(),
                verdict.reason(),
                verdict.placedAt(),
                order.promotionId(),
                verdict.policyVersion(),
                own(verdict.use()),
                verdict.total(),
                verdict.version(),
                verdict.duplicate());
    }

    private @Nullable LimitUse own(@Nullable LimitUse use) {
        return use == null
                ? null
                : new LimitUse(
                        use.unit(),
                        use.max(),
                        use.used(),
                        use.nextSlotAt(),
                        use.countedOrders().stream()
                                .map(id -> id.substring(prefix.length()))
                                .toList());
    }

    /** Leaves the shared driver open for the next story. */
    @Override
    public void close() {}
}
