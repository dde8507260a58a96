package dev.quintet.harness;

import dev.quintet.domain.limit.Limit;
import dev.quintet.domain.limit.LimitWindow;
import dev.quintet.domain.limit.Promotion;
import dev.quintet.domain.order.LimitUnit;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** The promotions of stories. */
public final class Promotions {
    public static final String BURGER_DAY = "burger-day";

    private Promotions() {}

    /** 70 % off, always on, with these limits. */
    public static Promotion burgerDay(Limit... limits) {
        return new Promotion(BURGER_DAY, 1, "Burger day", 70, null, null, List.of(limits));
    }

    /** The default: 5 orders in any 24 hours. */
    public static Promotion fiveADay() {
        return burgerDay(orders(5, Duration.ofHours(24)));
    }

    /** A promotion that runs from one instant to another. */
    public static Promotion sale(Instant from, Instant until, Limit... limits) {
        return new Promotion(BURGER_DAY, 1, "Burger sale", 70, from, until, List.of(limits));
    }

    public static Limit orders(int max, Duration window) {
        return new Limit(max, LimitUnit.ORDERS, new LimitWindow.Rolling(window));
    }

    public static Limit items(int max, Duration window) {
        return new Limit(max, LimitUnit.ITEMS, new LimitWindow.Rolling(window));
    }

    public static Limit ordersInSale(int max) {
        return new Limit(max, LimitUnit.ORDERS, new LimitWindow.Sale());
    }

    public static Limit ordersADay(int max, String zone) {
        return new Limit(max, LimitUnit.ORDERS, new LimitWindow.CalendarDay(ZoneId.of(zone)));
    }
}
