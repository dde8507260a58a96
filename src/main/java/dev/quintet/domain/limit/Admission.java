package dev.quintet.domain.limit;

import dev.quintet.domain.order.Ids;
import dev.quintet.domain.order.LimitUse;
import dev.quintet.domain.order.OrderFact;
import dev.quintet.domain.order.PlaceOrder;
import dev.quintet.domain.order.RefusalReason;
import dev.quintet.domain.order.Verdict;
import dev.quintet.domain.saga.SagaDefinition;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether a placed order stands. Pure: the same slots, order, time and reference data give the same decision.
 *
 * <p>In three steps, because what has to be read depends on the order: {@link #refuseUnread} looks at the record alone,
 * {@link #limitsReachBackTo} and {@link #looksAhead} say how much of the customer's past and future matters, and
 * {@link #decide} judges.
 */
public final class Admission {
    /** How far ahead of the wall clock an order's time may lie. */
    public static final Duration FUTURE_TOLERANCE = Duration.ofMinutes(5);

    /** How long an order's verdict is remembered at the least: an installation may choose longer, never shorter. */
    public static final Duration MEMORY_LEAST = Duration.ofDays(10);

    private Admission() {}

    /** Refuses a time that must not touch the store: ahead of the clock, or none at all. Null when the time is sound. */
    public static @Nullable Decision refuseUnread(PlaceOrder order, long placedAt, long wallClock) {
        boolean sound = placedAt > 0 && placedAt <= wallClock + FUTURE_TOLERANCE.toMillis();
        return sound ? null : refusedWithoutTrace(order, placedAt, RefusalReason.BAD_TIMESTAMP);
    }

    /** The earliest instant, in epoch milliseconds, whose slots count for an order placed at {@code at}; at most that. */
    public static long limitsReachBackTo(@Nullable Promotion promotion, long at) {
        long earliest = at;
        if (promotion != null && promotion.isActiveAt(Instant.ofEpochMilli(at))) {
            for (var limit : promotion.limits()) {
                earliest = Math.min(earliest, LimitCheck.reachesBackTo(limit, promotion, at));
            }
        }
        return earliest;
    }

    /**
     * How long, in milliseconds, nothing must follow an order or a slot for later slots not to matter: they can neither
     * share a window with the order, nor keep it from the instant at which it would pass.
     */
    public static long looksAhead(@Nullable Promotion promotion, long at) {
        long ahead = 0;
        if (promotion != null && promotion.isActiveAt(Instant.ofEpochMilli(at))) {
            for (var limit : promotion.limits()) {
                ahead = Math.max(ahead, LimitCheck.looksAhead(limit, promotion));
            }
        }
        return ahead;
    }

    /** Refuses an order that lies further back than the store keeps. */
    public static Decision tooLate(PlaceOrder order, long placedAt) {
        return refusedWithoutTrace(order, placedAt, RefusalReason.TOO_LATE);
    }

    /**
     * Judges an order.
     *
     * @param slots every window of the customer that matters, and what is known of the order
     * @param placedAt epoch milliseconds
     */
    public static Decision decide(
            CustomerSlots slots,
            PlaceOrder order,
            long placedAt,
            @Nullable Promotion promotion,
            ReferenceData reference) {
        var known = slots.known();
        if (known != null) {
            return known.fingerprint() == order.fingerprint()
                    ? Decision.withoutTrace(known.verdict(order.customerId(), true))
                    : refusedWithoutTrace(order, placedAt, RefusalReason.IDEMPOTENCY_CONFLICT);
        }
        if (order.problem() != null) {
            return refused(order, placedAt, 0, RefusalReason.INVALID_ORDER, null);
        }
        if (promotion == null) {
            return refused(order, placedAt, 0, RefusalReason.UNKNOWN_PROMOTION, null);
        }
        if (!promotion.isActiveAt(Instant.ofEpochMilli(placedAt))) {
            return refused(order, placedAt, promotion.version(), RefusalReason.PROMOTION_NOT_ACTIVE, null);
        }
        return switch (Pricing.of(order.lines(), promotion.discountPercent(), reference)) {
            case Pricing.UnknownItem _ ->
                refused(order, placedAt, promotion.version(), RefusalReason.UNKNOWN_ITEM, null);
            case Pricing.MixedCurrencies _ ->
                refused(order, placedAt, promotion.version(), RefusalReason.INVALID_ORDER, null);
            case Pricing.Priced priced -> {
                var limits = PromotionCheck.of(promotion, slots, order, placedAt);
                var reached = limits.passes() ? slots.fullDay(promotion, order, placedAt) : limits.useWhenRefused();
                yield reached == null
                        ? accepted(order, placedAt, promotion, limits.useWhenAccepted(), priced)
                        : refused(order, placedAt, promotion.version(), RefusalReason.LIMIT_REACHED, reached);
            }
        };
    }

    private static Decision accepted(
            PlaceOrder order, long placedAt, Promotion promotion, LimitUse use, Pricing.Priced priced) {
        if (use.used() > use.max()) {
            throw new IllegalStateException(
                    "L1: " + order.customerId() + " would hold " + use + " with " + order.orderId());
        }
        var entry = new SlotEntry(
                order.orderId(),
                order.promotionId(),
                placedAt,
                order.fingerprint(),
                SlotStatus.RESERVED,
                order.items(),
                promotion.version(),
                null,
                use,
                priced.total());
        var fact = new OrderFact.Accepted(
                order.promotionId(),
                promotion.version(),
                use,
                order.outletId(),
                priced.lines(),
                promotion.discountPercent(),
                priced.total(),
                order.paymentMethod(),
                SagaDefinition.current().version());
        return news(order, fact, entry);
    }

    private static Decision refused(
            PlaceOrder order, long placedAt, long policyVersion, RefusalReason reason, @Nullable LimitUse use) {
        var kept = reason == RefusalReason.INVALID_ORDER ? order.withoutContent() : order;
        var entry = new SlotEntry(
                order.orderId(),
                kept.promotionId(),
                placedAt,
                order.fingerprint(),
                SlotStatus.REFUSED,
                kept.items(),
                policyVersion,
                reason,
                use,
                null);
        var fact = new OrderFact.Refused(kept.promotionId(), policyVersion, reason, use, kept.outletId(), kept.lines());
        return news(order, fact, entry);
    }

    private static Decision news(PlaceOrder order, OrderFact fact, SlotEntry entry) {
        return new Decision(entry.verdict(order.customerId(), false), new Decision.News(fact, entry));
    }

    private static Decision refusedWithoutTrace(PlaceOrder order, long placedAt, RefusalReason reason) {
        return Decision.withoutTrace(new Verdict(
                order.orderId(),
                order.customerId(),
                reason,
                Instant.ofEpochMilli(placedAt),
                // Nobody has looked at it yet: it may be anything, of any length.
                Ids.isValid(order.promotionId()) ? order.promotionId() : "",
                0,
                null,
                null,
                0,
                false));
    }
}
