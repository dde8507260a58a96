package dev.quintet.http;

import dev.quintet.domain.limit.Limit;
import dev.quintet.domain.limit.LimitWindow;
import dev.quintet.domain.limit.LimitWindowNotation;
import dev.quintet.domain.limit.Promotion;
import dev.quintet.domain.order.LimitUnit;
import dev.quintet.domain.order.Timestamps;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A promotion as the body of a request and of an answer. */
public final class PromotionBody {
    private PromotionBody() {}

    /** The promotion that a body describes, not yet with a version. */
    static Promotion read(String promotionId, JsonObject body) {
        var name = body.optionalText("name");
        var promotion = new Promotion(
                promotionId,
                0,
                name == null ? "" : name,
                body.integer("discountPercent"),
                body.optionalInstant("startsAt"),
                body.optionalInstant("endsAt"),
                body.objects("limits").stream().map(PromotionBody::limit).toList());
        body.rejectOthers();
        return promotion;
    }

    private static Limit limit(JsonObject body) {
        var limit = new Limit(body.integer("max"), unit(body), window(body));
        body.rejectOthers();
        return limit;
    }

    private static LimitUnit unit(JsonObject body) {
        var text = body.text("unit");
        return Arrays.stream(LimitUnit.values())
                .filter(unit -> unit.name().equals(text))
                .findFirst()
                .orElseThrow(() -> body.mustBe("unit", "ORDERS or ITEMS"));
    }

    /** The contract's notation, or the same as an object with a type. */
    private static LimitWindow window(JsonObject body) {
        var window = body.isObject("window")
                ? window(body.object("window"), body)
                : LimitWindowNotation.parse(body.text("window"));
        return window.orElseThrow(() -> body.mustBe("window", LimitWindowNotation.RULE));
    }

    private static Optional<LimitWindow> window(JsonObject window, JsonObject limit) {
        var parsed = switch (window.text("type")) {
            case "ROLLING" -> LimitWindowNotation.rolling(window.text("duration"));
            case "CALENDAR_DAY" -> LimitWindowNotation.calendarDay(window.text("zone"));
            case "SALE" -> Optional.<LimitWindow>of(new LimitWindow.Sale());
            default -> throw limit.mustBe("window.type", "ROLLING, SALE or CALENDAR_DAY");
        };
        window.rejectOthers();
        return parsed;
    }

    /** The promotion as JSON shows it. */
    public static Map<String, @Nullable Object> of(Promotion promotion) {
        var body = new LinkedHashMap<String, @Nullable Object>();
        body.put("promotionId", promotion.promotionId());
        body.put("version", promotion.version());
        body.put("name", promotion.name());
        body.put("discountPercent", promotion.discountPercent());
        body.put("startsAt", text(promotion.startsAt()));
        body.put("endsAt", text(promotion.endsAt()));
        body.put("limits", promotion.limits().stream().map(PromotionBody::of).toList());
        return body;
    }

    private static Map<String, Object> of(Limit limit) {
        var body = new LinkedHashMap<String, Object>();
        body.put("max", limit.max());
        body.put("unit", limit.unit().name());
        body.put("window", LimitWindowNotation.print(limit.window()));
        return body;
    }

    private static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : Timestamps.text(instant);
    }
}
