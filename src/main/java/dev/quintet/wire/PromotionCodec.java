package dev.quintet.wire;

import dev.quintet.domain.limit.Limit;
import dev.quintet.domain.limit.LimitWindow;
import dev.quintet.domain.limit.Promotion;
import dev.quintet.domain.limit.PromotionRules;
import dev.quintet.wire.avro.CalendarDayWindow;
import dev.quintet.wire.avro.RollingWindow;
import dev.quintet.wire.avro.SaleWindow;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;

final class PromotionCodec implements Codec<Promotion, dev.quintet.wire.avro.Promotion> {
    @Override
    public dev.quintet.wire.avro.Promotion toAvro(Promotion promotion) {
        return new dev.quintet.wire.avro.Promotion(
                promotion.promotionId(),
                promotion.version(),
                promotion.name(),
                promotion.discountPercent(),
                promotion.startsAt(),
                promotion.endsAt(),
                SharedCodecs.list(promotion.limits(), PromotionCodec::toAvro));
    }

    @Override
    public Promotion toDomain(dev.quintet.wire.avro.Promotion record) {
        var promotion = new Promotion(
                record.getPromotionId(),
                record.getVersion(),
                SharedCodecs.name(record.getName()),
                record.getDiscountPercent(),
                record.getStartsAt(),
                record.getEndsAt(),
                SharedCodecs.list(record.getLimits(), PromotionCodec::toDomain));
        var problems = PromotionRules.problems(promotion);
        if (!problems.isEmpty()) {
            throw new PoisonRecordException(
                    "Promotion " + promotion.promotionId() + ": " + String.join("; ", problems));
        }
        return promotion;
    }

    private static dev.quintet.wire.avro.Limit toAvro(Limit limit) {
        return new dev.quintet.wire.avro.Limit(
                limit.max(),
                SharedCodecs.toAvro(limit.unit()),
                switch (limit.window()) {
                    case LimitWindow.Rolling(var length) -> new RollingWindow(length.toMillis());
                    case LimitWindow.Sale _ -> new SaleWindow();
                    case LimitWindow.CalendarDay(var zone) -> new CalendarDayWindow(zone.getId());
                });
    }

    private static Limit toDomain(dev.quintet.wire.avro.Limit limit) {
        return new Limit(
                limit.getMax(),
                SharedCodecs.toDomain(limit.getUnit()),
                switch (limit.getWindow()) {
                    case RollingWindow rolling ->
                        new LimitWindow.Rolling(Duration.ofMillis(rolling.getDurationMillis()));
                    case SaleWindow _ -> new LimitWindow.Sale();
                    case CalendarDayWindow day -> new LimitWindow.CalendarDay(zone(day.getZone()));
                    case Object other -> throw new PoisonRecordException("No such window: " + other.getClass());
                });
    }

    private static ZoneId zone(String id) {
        try {
            return ZoneId.of(id);
        } catch (DateTimeException e) {
            throw new PoisonRecordException("No such time zone: " + id, e);
        }
    }
}
