package dev.quintet.http;

import dev.quintet.domain.order.PlaceOrder;
import dev.quintet.domain.order.RefusalReason;
import dev.quintet.domain.order.Timestamps;
import dev.quintet.domain.order.Verdict;
import io.javalin.http.Context;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A verdict as an answer: 201 when the order stands, 429 when the limit is reached, 422 when another rule refused it. */
final class VerdictAnswer {
    private VerdictAnswer() {}

    private record Pending(String orderId, String status) {}

    static void write(Context context, PlaceOrder order, Verdict verdict, Instant now) {
        var reason = verdict.reason();
        if (reason == null) {
            context.status(201).header("Location", location(verdict.orderId())).json(accepted(verdict));
        } else if (reason == RefusalReason.LIMIT_REACHED) {
            limitReached(context, verdict, now);
        } else {
            var problem = reason == RefusalReason.INVALID_ORDER ? order.problem() : null;
            var detail = reason.explanation() + (problem == null ? "" : " Here: " + problem + ".");
            new ProblemDocument(422, "order-refused", "Order refused", detail, refused(verdict, reason))
                    .answer(context);
        }
    }

    private static void limitReached(Context context, Verdict verdict, Instant now) {
        var more = refused(verdict, RefusalReason.LIMIT_REACHED);
        var detail = RefusalReason.LIMIT_REACHED.explanation();
        var next = verdict.use() == null ? null : verdict.use().nextSlotAt();
        if (next == null) {
            detail += " No later order like it would pass.";
        } else {
            detail += " The verdict on this order id is final. A new order, under another id, would pass from "
                    + Timestamps.text(next) + " on.";
            // A client that was told so and sends the same id again must not be sent round and round.
            if (!verdict.duplicate()) {
                long seconds = secondsUntil(next, now);
                more.put("retryAfterSeconds", seconds);
                context.header("Retry-After", String.valueOf(seconds));
            }
        }
        new ProblemDocument(429, "limit-reached", "Limit reached", detail, more).answer(context);
    }

    /** The verdict is not known yet. That never means refused. */
    static void pending(Context context, String orderId) {
        context.status(202)
                .header("Location", location(orderId))
                .header("Retry-After", "1")
                .json(new Pending(orderId, "PENDING"));
    }

    private static String location(String orderId) {
        return "/v1/orders/" + orderId;
    }

    /** Rounded up: a caller who waits so long and not longer is not refused for the last part of a second. */
    static long secondsUntil(Instant instant, Instant now) {
        long millis = Duration.between(now, instant).toMillis();
        return Math.max(1, Math.ceilDiv(millis, 1_000));
    }

    private static Map<String, @Nullable Object> accepted(Verdict verdict) {
        var body = new LinkedHashMap<String, @Nullable Object>();
        body.put("orderId", verdict.orderId());
        body.put("customerId", verdict.customerId());
        body.put("status", "ACCEPTED");
        body.put("version", verdict.version());
        body.put("placedAt", Timestamps.text(verdict.placedAt()));
        body.put("promotion", PromotionUse.of(verdict));
        body.put("total", verdict.total());
        body.put("duplicate", verdict.duplicate());
        return body;
    }

    private static Map<String, @Nullable Object> refused(Verdict verdict, RefusalReason reason) {
        var more = new LinkedHashMap<String, @Nullable Object>();
        more.put("reason", reason.name());
        more.put("orderId", verdict.orderId());
        more.put("customerId", verdict.customerId());
        more.put("placedAt", Timestamps.text(verdict.placedAt()));
        more.put("promotion", PromotionUse.of(verdict));
        var use = verdict.use();
        if (use != null) {
            more.put("nextSlotAt", use.nextSlotAt() == null ? null : Timestamps.text(use.nextSlotAt()));
            more.put("countedOrders", use.countedOrders());
            more.put("counted", use.counted());
        }
        more.put("duplicate", verdict.duplicate());
        return more;
    }
}
