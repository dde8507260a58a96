package dev.quintet.domain.limit;

import dev.quintet.domain.order.Ids;
import dev.quintet.domain.order.Texts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What a promotion must keep before it is published. The store of slots is laid out for exactly these bounds. */
public final class PromotionRules {
    public static final Duration WINDOW_MAX = Duration.ofDays(7);
    public static final int LIMITS_MAX = 10;

    private PromotionRules() {}

    /** Everything that is wrong with a promotion, one sentence each, naming the field; empty when nothing is. */
    public static List<String> problems(Promotion promotion) {
        var problems = new ArrayList<String>();
        require(problems, Ids.isValid(promotion.promotionId()), "promotionId must be " + Ids.RULE);
        require(
                problems,
                promotion.name().length() <= Texts.NAME_MAX,
                "name must have no more than " + Texts.NAME_MAX + " characters");
        require(
                problems,
                promotion.discountPercent() >= 0 && promotion.discountPercent() <= 100,
                "discountPercent must be 0 to 100");
        var startsAt = promotion.startsAt();
        var endsAt = promotion.endsAt();
        require(
                problems,
                startsAt == null || endsAt == null || startsAt.isBefore(endsAt),
                "startsAt must be before endsAt");
        var limits = promotion.limits();
        require(
                problems,
                !limits.isEmpty() && limits.size() <= LIMITS_MAX,
                "limits must have 1 to " + LIMITS_MAX + " entries");
        for (int i = 0; i < limits.size(); i++) {
            check(problems, promotion, limits.get(i), "limits[" + i + "]");
        }
        return problems;
    }

    private static void check(List<String> problems, Promotion promotion, Limit limit, String at) {
        require(problems, limit.max() >= 1 && limit.max() <= Limit.MAX_MAX, at + ".max must be 1 to " + Limit.MAX_MAX);
        switch (limit.window()) {
            case LimitWindow.Rolling(var length) ->
                require(
                        problems,
                        length.compareTo(Duration.ofMillis(1)) >= 0 && length.compareTo(WINDOW_MAX) <= 0,
                        at + ".window must be 1 ms to 7 days long");
            case LimitWindow.Sale _ -> {
                var startsAt = promotion.startsAt();
                var endsAt = promotion.endsAt();
                require(
                        problems,
                        startsAt != null
                                && endsAt != null
                                && Duration.between(startsAt, endsAt).compareTo(WINDOW_MAX) <= 0,
                        at + ".window SALE needs startsAt and endsAt, at most 7 days apart");
            }
            case LimitWindow.CalendarDay _ -> {}
        }
    }

    private static void require(List<String> problems, boolean holds, String otherwise) {
        if (!holds) {
            problems.add(otherwise);
        }
    }
}
