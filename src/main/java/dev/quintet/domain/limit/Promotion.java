package dev.quintet.domain.limit;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a promotion grants and how much of it one customer may have.
 *
 * @param version one more with each publication; verdicts name it
 * @param discountPercent on an order, 0 to 100
 * @param startsAt the first instant at which orders may be placed; null for no start
 * @param endsAt the first instant at which they may no longer be placed; null for no end
 * @param limits all must pass
 */
public record Promotion(
        String promotionId,
        long version,
        String name,
        int discountPercent,
        @Nullable Instant startsAt,
        @Nullable Instant endsAt,
        List<Limit> limits) {

    /** Whether orders may be placed at an instant: from the start, to before the end. */
    public boolean isActiveAt(Instant instant) {
        return (startsAt == null || !instant.isBefore(startsAt)) && (endsAt == null || instant.isBefore(endsAt));
    }

    public Promotion withVersion(long next) {
        return new Promotion(promotionId, next, name, discountPercent, startsAt, endsAt, limits);
    }
}
