package dev.quintet.http;

import io.javalin.http.Context;
import java.util.Map;

/** The answer about a promotion that was never published. */
final class UnknownPromotion {
    private UnknownPromotion() {}

    static void answer(Context context, String promotionId) {
        new ProblemDocument(
                        404,
                        "unknown-promotion",
                        "Unknown promotion",
                        "There is no promotion " + promotionId,
                        Map.of("promotionId", promotionId))
                .answer(context);
    }
}
