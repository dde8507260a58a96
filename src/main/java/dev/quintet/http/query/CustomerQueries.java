package dev.quintet.http.query;

import dev.quintet.domain.limit.Allowance;
import dev.quintet.domain.limit.Promotion;
import dev.quintet.domain.view.CustomerChanges;
import dev.quintet.domain.view.CustomerOrder;
import dev.quintet.wire.CustomerOrderKeys;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What a shard knows of customers. */
public final class CustomerQueries {
    private static final int STEP = 100;

    private CustomerQueries() {}

    /**
     * A part of a customer's orders, newest first.
     *
     * @param last where the next part goes on; null when there is none
     */
    public record Page(List<CustomerOrder> orders, @Nullable String last) {}

    /**
     * A page of orders.
     *
     * @param after where the page before it ended; null for the first
     */
    public static Page page(Shard shard, String customerId, @Nullable String after, int max) {
        var first = CustomerOrderKeys.first(customerId);
        var from = after == null ? first : CustomerOrderKeys.after(first + after);
        var rows = shard.range(View.CUSTOMER_ORDERS, from, CustomerOrderKeys.last(customerId), max + 1);
        var page = rows.subList(0, Math.min(max, rows.size()));
        var orders = page.stream().map(Shard.Row::value).toList();
        return new Page(orders, rows.size() > max ? page.getLast().key().substring(first.length()) : null);
    }

    /** The orders of a customer whose last change came after another one, the earliest {@code max} of them. */
    public static CustomerChanges changes(Shard shard, String customerId, long after, int max) {
        var changes = new CustomerChanges(after, max);
        each(shard, customerId, changes::add);
        return changes;
    }

    /**
     * The orders of a customer whose changes nobody counted, newest first: those that did not change since there is a count.
     * No more of them come.
     */
    public static List<CustomerOrder> uncounted(Shard shard, String customerId) {
        var orders = new ArrayList<CustomerOrder>();
        each(shard, customerId, order -> {
            if (order.change() == 0) {
                orders.add(order);
            }
        });
        return orders;
    }

    /** Shows every order of a customer, newest first. */
    private static void each(Shard shard, String customerId, Consumer<CustomerOrder> reader) {
        String after = null;
        do {
            var page = page(shard, customerId, after, STEP);
            page.orders().forEach(reader);
            after = page.last();
        } while (after != null);
    }

    /** What a customer may still have under a promotion at an instant. */
    public static Allowance allowance(Shard shard, String customerId, Promotion promotion, Instant at) {
        var since = Allowance.reachesBackTo(promotion, at);
        var held = new ArrayList<Allowance.HeldSlot>();
        String after = null;
        do {
            var page = page(shard, customerId, after, STEP);
            for (var order : page.orders()) {
                if (order.placedAt().isBefore(since)) {
                    return Allowance.of(promotion, held, at);
                }
                if (order.holdsSlot()) {
                    held.add(new Allowance.HeldSlot(
                            order.orderId(), order.promotionId(), order.placedAt(), order.items()));
                }
            }
            after = page.last();
        } while (after != null);
        return Allowance.of(promotion, held, at);
    }
}
