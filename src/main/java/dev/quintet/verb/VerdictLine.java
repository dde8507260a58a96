package dev.quintet.verb;

import dev.quintet.domain.order.LimitUse;
import dev.quintet.domain.order.Money;
import dev.quintet.domain.order.Verdict;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A verdict as a line of JSON, with the words of {@code POST /v1/orders}. */
final class VerdictLine {
    private VerdictLine() {}

    static String of(Verdict verdict) {
        var line = new LinkedHashMap<String, @Nullable Object>();
        line.put("orderId", verdict.orderId());
        line.put("customerId", verdict.customerId());
        line.put("status", verdict.isAccepted() ? "ACCEPTED" : "REFUSED");
        line.put("reason", verdict.reason() == null ? null : verdict.reason().name());
        line.put("version", verdict.version());
        line.put("placedAt", verdict.placedAt().toString());
        line.put("promotion", promotion(verdict));
        line.put("total", total(verdict.total()));
        var use = verdict.use();
        if (use != null && !verdict.isAccepted()) {
            line.put(
                    "nextSlotAt",
                    use.nextSlotAt() == null ? null : use.nextSlotAt().toString());
            line.put("countedOrders", use.countedOrders());
        }
        line.put("duplicate", verdict.duplicate());
        return Json.line(line);
    }

    private static Map<String, Object> promotion(Verdict verdict) {
        var promotion = new LinkedHashMap<String, Object>();
        promotion.put("id", verdict.promotionId());
        promotion.put("policyVersion", verdict.policyVersion());
        LimitUse use = verdict.use();
        if (use != null) {
            promotion.put("unit", use.unit().name());
            promotion.put("max", use.max());
            promotion.put("used", use.used());
            promotion.put("remaining", use.remaining());
        }
        return promotion;
    }

    private static @Nullable Map<String, Object> total(@Nullable Money total) {
        if (total == null) {
            return null;
        }
        var amount = new LinkedHashMap<String, Object>();
        amount.put("amountMinor", total.amountMinor());
        amount.put("currency", total.currency());
        return amount;
    }
}
