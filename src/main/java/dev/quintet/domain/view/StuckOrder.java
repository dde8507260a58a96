package dev.quintet.domain.view;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order that needs an operator.
 *
 * @param since when it first called for one
 * @param steps the names of those that are stuck
 */
public record StuckOrder(String orderId, String customerId, Instant since, List<String> steps) {

    /**
     * The order's place in the list after one more fact; null when it has none.
     *
     * @param before its place before; null when it had none
     */
    public static @Nullable StuckOrder of(@Nullable StuckOrder before, OrderView order) {
        if (order.stuck().isEmpty()) {
            return null;
        }
        var since = before == null ? order.changedAt() : before.since();
        return new StuckOrder(order.orderId(), order.customerId(), since, order.stuck());
    }
}
