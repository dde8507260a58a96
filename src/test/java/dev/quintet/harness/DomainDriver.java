package dev.quintet.harness;

import dev.quintet.domain.limit.Admission;
import dev.quintet.domain.limit.CustomerSlots;
import dev.quintet.domain.limit.Promotion;
import dev.quintet.domain.limit.ReferenceData;
import dev.quintet.domain.limit.SlotEntry;
import dev.quintet.domain.limit.SlotWindow;
import dev.quintet.domain.order.MenuItem;
import dev.quintet.domain.order.PlaceOrder;
import dev.quintet.domain.order.Verdict;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The domain alone: maps for stores, no Kafka, no Avro. */
public final class DomainDriver implements OrderDriver, ReferenceData {
    private final Map<String, Promotion> promotions = new HashMap<>();
    private final Map<String, MenuItem> menu = new HashMap<>();
    private final Map<String, NavigableMap<Long, SlotWindow>> windows = new HashMap<>();
    private final Map<String, SlotEntry> rows = new HashMap<>();
    private final Instant wallClock;

    public DomainDriver(Instant wallClock) {
        this.wallClock = wallClock;
    }

    @Override
    public void publish(Promotion promotion) {
        promotions.put(promotion.promotionId(), promotion);
    }

    @Override
    public void publish(MenuItem item) {
        menu.put(item.itemId(), item);
    }

    @Override
    public Verdict place(PlaceOrder order, Instant placedAt) {
        long at = placedAt.toEpochMilli();
        var refused = Admission.refuseUnread(order, at, wallClock.toEpochMilli());
        if (refused != null) {
            return refused.verdict();
        }
        var promotion = promotions.get(order.promotionId());
        var held = read(
                order, Math.min(at - Admission.MEMORY_LEAST.toMillis(), Admission.limitsReachBackTo(promotion, at)));
        var decision = Admission.decide(held, order, at, promotion, this);
        if (decision.news() != null) {
            remember(order.customerId(), held, decision.news().entry());
        }
        return decision.verdict();
    }

    /** Changes the window that holds an order: confirms or releases its slot. */
    public void change(String customerId, Instant placedAt, Function<SlotWindow, SlotWindow.Change> change) {
        long start = SlotWindow.startOf(placedAt.toEpochMilli());
        write(customerId, start, change.apply(customer(customerId).getOrDefault(start, SlotWindow.empty(start))));
    }

    /** What is kept of a customer, oldest window first. */
    public List<SlotWindow> windowsOf(String customerId) {
        return List.copyOf(customer(customerId).values());
    }

    private CustomerSlots read(PlaceOrder order, long from) {
        var read = List.copyOf(customer(order.customerId())
                .tailMap(SlotWindow.startOf(from), true)
                .values());
        var known = CustomerSlots.find(read, order.orderId());
        return new CustomerSlots(read, known == null ? rows.get(order.customerId() + "/" + order.orderId()) : known);
    }

    private void remember(String customerId, CustomerSlots held, SlotEntry entry) {
        long start = SlotWindow.startOf(entry.placedAtMillis());
        write(customerId, start, held.windowAt(start).remember(entry));
    }

    private void write(String customerId, long start, SlotWindow.Change change) {
        if (change.window() != null) {
            customer(customerId).put(start, change.window());
        }
        if (change.row() != null) {
            rows.put(customerId + "/" + change.row().orderId(), change.row());
        }
    }

    private NavigableMap<Long, SlotWindow> customer(String customerId) {
        return windows.computeIfAbsent(customerId, _ -> new TreeMap<>());
    }

    @Override
    public @Nullable Promotion promotion(String promotionId) {
        return promotions.get(promotionId);
    }

    @Override
    public @Nullable MenuItem item(String itemId) {
        return menu.get(itemId);
    }

    @Override
    public void close() {}
}
