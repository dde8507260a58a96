package dev.quintet.domain.limit;

import dev.quintet.domain.order.LimitUse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * One limit, seen by one order: how full its window is, and when the order would pass.
 *
 * @param promotion for the bounds of a SALE window
 * @param live the customer's live slots under the promotion, in no particular order
 */
record LimitCheck(Limit limit, Promotion promotion, List<SlotEntry> live) {
    /** From the first to the last instant of a date: clocks have been set back by some hours, and a zone that moves across the date line repeats a day. */
    private static final Duration LONGEST_DAY = Duration.ofDays(2);

    /** Whether the order fits at an instant, by the fullest interval that would hold it. */
    boolean passes(long at, int units) {
        return fullest(at).unitsIn(live, limit.unit()) + units <= limit.max();
    }

    /** The use of the limit before the order, with the orders that fill the window. */
    LimitUse useAt(long at, @Nullable Instant nextSlotAt) {
        var interval = fullest(at);
        return new LimitUse(
                limit.unit(), limit.max(), interval.unitsIn(live, limit.unit()), nextSlotAt, interval.ordersIn(live));
    }

    /** Units used at an instant. */
    int usedAt(long at) {
        return fullest(at).unitsIn(live, limit.unit());
    }

    /** The earliest instant, not before {@code at}, at which the order passes this limit; empty when there is none. */
    OptionalLong nextPass(long at, int units) {
        if (units > limit.max()) {
            return OptionalLong.empty();
        }
        if (passes(at, units)) {
            return OptionalLong.of(at);
        }
        return switch (limit.window()) {
            case LimitWindow.Sale _ -> OptionalLong.empty();
            case LimitWindow.Rolling(var length) ->
                live.stream()
                        .mapToLong(slot -> slot.placedAtMillis() + length.toMillis())
                        .filter(expiry -> expiry > at)
                        .sorted()
                        .filter(expiry -> passes(expiry, units))
                        .findFirst();
            // Each full day needs a slot of its own, so the search ends with the day after the last of them.
            case LimitWindow.CalendarDay(var zone) ->
                LongStream.iterate(at, time -> LocalDay.of(time, zone).changesAfter(time))
                        .filter(time -> passes(time, units))
                        .findFirst();
        };
    }

    /**
     * The fullest interval of the window that would hold an order placed at an instant. A rolling window is looked at
     * both ways: slots may lie after the order when records come out of order, and each of them ends an interval too.
     */
    private Span fullest(long at) {
        return switch (limit.window()) {
            case LimitWindow.Sale _ -> sale();
            case LimitWindow.CalendarDay(var zone) -> LocalDay.of(at, zone);
            case LimitWindow.Rolling(var length) -> {
                var fullest = Interval.endingWith(at, length.toMillis());
                for (var slot : live) {
                    if (slot.placedAtMillis() > at && slot.placedAtMillis() - length.toMillis() < at) {
                        var other = Interval.endingWith(slot.placedAtMillis(), length.toMillis());
                        if (other.unitsIn(live, limit.unit()) > fullest.unitsIn(live, limit.unit())) {
                            fullest = other;
                        }
                    }
                }
                yield fullest;
            }
        };
    }

    private Interval sale() {
        var startsAt = promotion.startsAt();
        var endsAt = promotion.endsAt();
        if (startsAt == null || endsAt == null) {
            throw new IllegalStateException("SALE without bounds was published: " + promotion.promotionId());
        }
        return new Interval(startsAt.toEpochMilli(), endsAt.toEpochMilli());
    }

    /** The earliest instant, in epoch milliseconds, whose slots this limit needs to judge an order at {@code at}. */
    static long reachesBackTo(Limit limit, Promotion promotion, long at) {
        return switch (limit.window()) {
            case LimitWindow.Rolling(var length) -> at - length.toMillis() + 1;
            case LimitWindow.CalendarDay(var zone) -> LocalDay.of(at, zone).reachesBackTo(at);
            case LimitWindow.Sale _ ->
                new LimitCheck(limit, promotion, List.of()).sale().from();
        };
    }

    /** Twice the window: once for what shares one with the order, once more for what follows the instant at which it passes. */
    static long looksAhead(Limit limit, Promotion promotion) {
        return switch (limit.window()) {
            case LimitWindow.Rolling(var length) -> 2 * length.toMillis();
            case LimitWindow.CalendarDay _ -> 2 * LONGEST_DAY.toMillis();
            case LimitWindow.Sale _ -> {
                var sale = new LimitCheck(limit, promotion, List.of()).sale();
                yield sale.until() - sale.from();
            }
        };
    }
}
