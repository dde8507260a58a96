package dev.quintet.local;

import dev.quintet.domain.limit.Limit;
import dev.quintet.domain.limit.LimitWindow;
import dev.quintet.domain.limit.Promotion;
import dev.quintet.domain.order.LimitUnit;
import dev.quintet.domain.order.MenuItem;
import dev.quintet.domain.order.Money;
import dev.quintet.domain.order.OrderLine;
import dev.quintet.domain.shipping.Customer;
import dev.quintet.domain.stock.StockRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** What the demo is seeded with. */
public final class DemoData {
    public static final String OUTLET = "akaso-1";
    public static final String SMALL_OUTLET = "akaso-2";

    private DemoData() {}

    /** 70 % off, five orders in any 24 hours, without start or end. */
    public static Promotion burgerDay() {
        var fiveOrders = new Limit(5, LimitUnit.ORDERS, new LimitWindow.Rolling(Duration.ofHours(24)));
        return new Promotion("burger-day", 1, "Burger day", 70, null, null, List.of(fiveOrders));
    }

    public static List<MenuItem> menu() {
        return List.of(
                new MenuItem("classic", "Classic burger", new Money(890, "EUR")),
                new MenuItem("cheese", "Cheese burger", new Money(990, "EUR")),
                new MenuItem("veggie", "Veggie burger", new Money(940, "EUR")));
    }

    public static List<Customer> customers() {
        return List.of(
                new Customer("alice", "Alice", "alice@example.com", null, "1 Main Street, Springfield", "north"),
                new Customer("bob", "Bob", "bob@example.com", "+4915112345678", "2 Main Street, Springfield", "south"),
                new Customer("carol", "Carol", "carol@example.com", null, "3 Main Street, Springfield", "east"));
    }

    /** What outlets begin with, by outlet. The first has more of everything than anybody orders, the second little. */
    public static Map<String, List<StockRequest>> supplies() {
        return Map.of(
                OUTLET, List.of(new StockRequest.Replenish(ofEach(1_000_000))),
                SMALL_OUTLET,
                        List.of(
                                new StockRequest.Replenish(ofEach(20)),
                                new StockRequest.SetCapacity(
                                        10, Duration.ofMinutes(5).toMillis())));
    }

    private static List<OrderLine> ofEach(int quantity) {
        return menu().stream()
                .map(item -> new OrderLine(item.itemId(), quantity))
                .toList();
    }
}
