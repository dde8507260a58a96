package dev.quintet.verb;

import dev.quintet.domain.order.Timestamps;
import dev.quintet.domain.order.Verdict;
import dev.quintet.http.PromotionUse;
import java.util.LinkedHashMap;
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
        line.put("placedAt", Timestamps.text(verdict.placedAt()));
        line.put("promotion", PromotionUse.of(verdict));
        line.put("total", verdict.total());
        var use = verdict.use();
        if (use != null && !verdict.isAccepted()) {
            line.put("nextSlotAt", use.nextSlotAt() == null ? null : Timestamps.text(use.nextSlotAt()));
            line.put("countedOrders", use.countedOrders());
            line.put("counted", use.counted());
        }
        line.put("duplicate", verdict.duplicate());
        return Json.line(line);
    }
}
