package dev.quintet.http;

import dev.quintet.domain.order.LimitUse;
import dev.quintet.domain.order.Verdict;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a verdict or an order says of its promotion, as JSON has it: over HTTP and on the command line alike. */
public final class PromotionUse {
    private PromotionUse() {}

    /** The fields; those of the limit are left out when no limit was looked at. */
    public static Map<String, Object> of(Verdict verdict) {
        return of(verdict.promotionId(), verdict.policyVersion(), verdict.use());
    }

    static Map<String, Object> of(String promotionId, long policyVersion, @Nullable LimitUse use) {
        var promotion = new LinkedHashMap<String, Object>();
        promotion.put("id", promotionId);
        promotion.put("policyVersion", policyVersion);
        if (use != null) {
            promotion.put("unit", use.unit().name());
            promotion.put("max", use.max());
            promotion.put("used", use.used());
            promotion.put("remaining", use.remaining());
        }
        return promotion;
    }
}
