package dev.quintet.wire;

import dev.quintet.domain.order.LimitUnit;
import dev.quintet.domain.order.LimitUse;
import dev.quintet.domain.order.Money;
import dev.quintet.domain.order.OrderLine;
import dev.quintet.domain.order.PricedLine;
import dev.quintet.domain.order.RefusalReason;
import dev.quintet.domain.order.Texts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The mappings of the records that several contracts share. */
final class SharedCodecs {
    private SharedCodecs() {}

    static dev.quintet.wire.avro.Money toAvro(Money money) {
        return new dev.quintet.wire.avro.Money(money.amountMinor(), money.currency());
    }

    static Money toDomain(dev.quintet.wire.avro.Money money) {
        return new Money(money.getAmountMinor(), money.getCurrency());
    }

    static dev.quintet.wire.avro.OrderLine toAvro(OrderLine line) {
        return new dev.quintet.wire.avro.OrderLine(line.itemId(), line.quantity());
    }

    static OrderLine toDomain(dev.quintet.wire.avro.OrderLine line) {
        return new OrderLine(line.getItemId(), line.getQuantity());
    }

    static dev.quintet.wire.avro.PricedLine toAvro(PricedLine line) {
        return new dev.quintet.wire.avro.PricedLine(line.itemId(), line.quantity(), line.unitPriceMinor());
    }

    static PricedLine toDomain(dev.quintet.wire.avro.PricedLine line) {
        return new PricedLine(line.getItemId(), line.getQuantity(), line.getUnitPriceMinor());
    }

    static dev.quintet.wire.avro.LimitUse toAvro(LimitUse use) {
        var nextSlotAt = use.nextSlotAt();
        return new dev.quintet.wire.avro.LimitUse(
                toAvro(use.unit()),
                use.max(),
                use.used(),
                nextSlotAt == null ? null : nextSlotAt.toEpochMilli(),
                use.countedOrders(),
                use.counted());
    }

    static LimitUse toDomain(dev.quintet.wire.avro.LimitUse use) {
        var nextSlotAt = use.getNextSlotAt();
        return new LimitUse(
                toDomain(use.getUnit()),
                use.getMax(),
                use.getUsed(),
                nextSlotAt == null ? null : Instant.ofEpochMilli(nextSlotAt),
                use.getCountedOrders(),
                use.getCounted());
    }

    static dev.quintet.wire.avro.LimitUnit toAvro(LimitUnit unit) {
        return switch (unit) {
            case ORDERS -> dev.quintet.wire.avro.LimitUnit.ORDERS;
            case ITEMS -> dev.quintet.wire.avro.LimitUnit.ITEMS;
        };
    }

    static LimitUnit toDomain(dev.quintet.wire.avro.LimitUnit unit) {
        return switch (unit) {
            case ORDERS -> LimitUnit.ORDERS;
            case ITEMS -> LimitUnit.ITEMS;
        };
    }

    static dev.quintet.wire.avro.RefusalReason toAvro(RefusalReason reason) {
        return dev.quintet.wire.avro.RefusalReason.valueOf(reason.name());
    }

    static RefusalReason toDomain(dev.quintet.wire.avro.RefusalReason reason) {
        return RefusalReason.valueOf(reason.name());
    }

    /** Why somebody wants something, cut to what is kept of it. */
    static String reason(String text) {
        return Texts.cut(text, Texts.REASON_MAX);
    }

    /** What a participant or a person calls something or themselves, cut to what is kept of it. */
    static String label(String text) {
        return Texts.cut(text, Texts.LABEL_MAX);
    }

    /** How something is called that is published. */
    static String name(String text) {
        return Texts.cut(text, Texts.NAME_MAX);
    }

    /** Maps what may be absent. */
    static <F, T> @Nullable T nullable(@Nullable F value, Function<F, T> mapping) {
        return value == null ? null : mapping.apply(value);
    }

    /** Maps a list without the cost of a stream: this runs several times for every order. */
    static <F, T> List<T> list(List<F> values, Function<F, T> mapping) {
        if (values.isEmpty()) {
            return List.of();
        }
        var mapped = new ArrayList<T>(values.size());
        for (var value : values) {
            mapped.add(mapping.apply(value));
        }
        return mapped;
    }
}
