package dev.quintet.http;

import dev.quintet.domain.stock.StockRoom;
import dev.quintet.domain.stock.SupplyOutcome;
import io.javalin.http.Context;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a delivery to an outlet is answered. */
final class SupplyAnswer {
    private SupplyAnswer() {}

    /** @param outcome null when stock was not seen to have judged it in time */
    static void write(Context context, String outletId, String commandId, @Nullable SupplyOutcome outcome) {
        if (outcome == null) {
            context.status(202)
                    .json(Map.of(
                            "outletId",
                            outletId,
                            "commandId",
                            commandId,
                            "status",
                            "PENDING",
                            "detail",
                            "Stock has not told yet what it makes of the delivery. The same request with the"
                                    + " same Idempotency-Key asks again and adds nothing; without a key, look at what"
                                    + " the outlet has."));
        } else if (outcome.reason() == null) {
            context.status(200).json(Map.of("outletId", outletId, "commandId", commandId, "status", "DONE"));
        } else {
            new ProblemDocument(
                            422,
                            "delivery-refused",
                            "Delivery refused",
                            detail(outcome.reason()),
                            Map.of("outletId", outletId, "commandId", commandId, "reason", outcome.reason()))
                    .answer(context);
        }
    }

    private static String detail(String reason) {
        return switch (reason) {
            case StockRoom.IDEMPOTENCY_CONFLICT ->
                "A delivery with this Idempotency-Key and another content came before, and stands as it was.";
            case StockRoom.TOO_MANY_ITEMS ->
                "With this delivery the outlet would have more than " + StockRoom.ITEMS_MAX
                        + " items. Nothing of it was added.";
            default -> "Stock refused the delivery, and nothing of it was added.";
        };
    }
}
