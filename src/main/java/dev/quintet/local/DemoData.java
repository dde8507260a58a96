package dev.quintet.local;

import dev.quintet.domain.limit.Limit;
import dev.quintet.domain.limit.LimitWindow;
import dev.quintet.domain.limit.Promotion;
import dev.quintet.domain.order.LimitUnit;
import dev.quintet.domain.order.MenuItem;
import dev.quintet.domain.order.Money;
import java.time.Duration;
import java.util.List;

/** What the demo is seeded with. */
public final class DemoData {
    public static final String OUTLET = "akaso-1";

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
}
