package dev.quintet.local.bench;

import java.time.Duration;

/**
 * How much is measured. A customer may have five orders in any 24 hours, so one order every five hours is the most that
 * never meets a refusal.
 *
 * @param orders of the main workloads; each customer places ten of them
 * @param comparesStores whether the window store is held against a ring instead of measuring everything else
 */
public record BenchPlan(int orders, boolean comparesStores) {
    public static final int ORDERS = 1_000_000;
    public static final int ORDERS_MIN = 10_000;

    private static final int ORDERS_EACH = 10;
    private static final int FEW_CUSTOMERS = 10_000;
    private static final int MANY_CUSTOMERS = 1_000_000;

    /** A sixth of these orders is refused, so that every path of the code is warm. */
    Workload warmUp() {
        return new Workload("warm-up", orders / 2 / ORDERS_EACH, orders / 2, Duration.ofHours(4), 0);
    }

    Workload happy() {
        return new Workload(Bench.HAPPY, orders / ORDERS_EACH, orders, Duration.ofHours(5), 0);
    }

    /** The sixth and seventh of a customer's ten orders are refused. */
    Workload refused() {
        return new Workload("refused", orders / ORDERS_EACH, orders, Duration.ofSeconds(13_824), 0);
    }

    Workload fewCustomers() {
        return growth(Bench.FEW, FEW_CUSTOMERS);
    }

    Workload manyCustomers() {
        return growth(Bench.MANY, MANY_CUSTOMERS);
    }

    /** Each order finds one earlier slot of its customer, two days old, so nothing but the number of customers differs. */
    private Workload growth(String name, int customers) {
        return new Workload(name, customers, customers + orders * 2 / 5, Duration.ofDays(2), customers);
    }
}
