package dev.quintet.http;

import dev.quintet.domain.order.Money;
import dev.quintet.domain.order.OrderEvent;
import dev.quintet.domain.view.LineView;
import dev.quintet.domain.view.OrderView;
import dev.quintet.domain.view.StepView;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An order as it is answered.
 *
 * @param promotion as in the answer to the order
 * @param stuck the steps that wait for an operator
 */
record OrderAnswer(
        String orderId,
        String customerId,
        String status,
        long version,
        Instant placedAt,
        Instant changedAt,
        Map<String, Object> promotion,
        String outletId,
        List<LineView> lines,
        int discountPercent,
        @Nullable Money total,
        @Nullable String reason,
        @Nullable String reasonExplained,
        @Nullable Instant nextSlotAt,
        @Nullable List<String> countedOrders,
        @Nullable Integer counted,
        @Nullable String cancelCause,
        List<StepView> steps,
        List<String> stuck) {

    static OrderAnswer of(OrderView view) {
        var ordered = view.ordered();
        var use = ordered.use();
        var reason = view.reason();
        return new OrderAnswer(
                view.orderId(),
                view.customerId(),
                view.status().name(),
                view.version(),
                view.placedAt(),
                view.changedAt(),
                PromotionUse.of(ordered.promotionId(), ordered.policyVersion(), use),
                ordered.outletId(),
                ordered.lines(),
                ordered.discountPercent(),
                ordered.total(),
                reason == null ? null : reason.name(),
                reason == null ? null : reason.explanation(),
                use == null ? null : use.nextSlotAt(),
                reason == null || use == null ? null : use.countedOrders(),
                reason == null || use == null ? null : (Integer) use.counted(),
                view.cancelCause(),
                view.steps(),
                view.stuck());
    }

    /** A fact: its place in the log, and what happened. */
    static Map<String, Object> of(OrderEvent event) {
        var fields =
                ViewJson.fields(new FactHead(event.version(), event.fact().type(), event.occurredAt(), event.cause()));
        fields.putAll(ViewJson.fields(event.fact()));
        return fields;
    }

    private record FactHead(long version, String type, Instant occurredAt, OrderEvent.Cause cause) {}
}
