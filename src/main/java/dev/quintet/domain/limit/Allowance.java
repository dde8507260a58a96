package dev.quintet.domain.limit;

import dev.quintet.domain.order.LimitUnit;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a customer may still have under a promotion, by its tightest limit.
 *
 * @param remaining units left; 0, never less
 * @param nextSlotAt the earliest instant at which an order of one unit would pass: now when there is one left, null when
 *     there will be none
 */
public record Allowance(
        LimitUnit unit,
        int max,
        int used,
        int remaining,
        @Nullable Instant nextSlotAt) {

    /**
     * The allowance at an instant.
     *
     * @param held the orders of the customer that hold a slot, of any promotion, in any order
     */
    public static Allowance of(Promotion promotion, List<HeldSlot> held, Instant at) {
        long time = at.toEpochMilli();
        var slots = held.stream()
                .filter(slot -> slot.promotionId().equals(promotion.promotionId()))
                .map(HeldSlot::entry)
                .toList();
        var checks = promotion.limits().stream()
                .map(limit -> new LimitCheck(limit, promotion, slots))
                .toList();
        Allowance tightest = null;
        for (var check : checks) {
            var limit = check.limit();
            int used = check.usedAt(time);
            int left = Math.max(0, limit.max() - used);
            if (tightest == null || left < tightest.remaining) {
                tightest = new Allowance(limit.unit(), limit.max(), used, left, null);
            }
        }
        if (tightest == null) {
            throw new IllegalStateException("A promotion without a limit was published: " + promotion.promotionId());
        }
        return new Allowance(tightest.unit, tightest.max, tightest.used, tightest.remaining, nextPass(checks, time));
    }

    /** The earliest instant that all limits let pass: each may move it on, until none does. */
    private static @Nullable Instant nextPass(List<LimitCheck> checks, long from) {
        long next = from;
        long before;
        do {
            before = next;
            for (var check : checks) {
                var pass = check.nextPass(next, 1);
                if (pass.isEmpty()) {
                    return null;
                }
                next = pass.getAsLong();
            }
        } while (next != before);
        return Instant.ofEpochMilli(next);
    }

    /** The earliest instant whose slots count at {@code at}. */
    public static Instant reachesBackTo(Promotion promotion, Instant at) {
        return Instant.ofEpochMilli(Admission.limitsReachBackTo(promotion, at.toEpochMilli()));
    }

    /** An order that holds a slot. */
    public record HeldSlot(String orderId, String promotionId, Instant placedAt, int items) {
        private SlotEntry entry() {
            return new SlotEntry(
                    orderId, promotionId, placedAt.toEpochMilli(), 0, SlotStatus.CONFIRMED, items, 0, null, null, null);
        }
    }
}
