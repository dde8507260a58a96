package dev.quintet.local.bench;

import java.time.Duration;
import java.util.Set;

/**
 * How much is measured. A customer may have five orders in any 24 hours, so one order every five hours is the most that
 * never meets a refusal.
 *
 * @param orders how many are measured of the main workloads; as many come before. Each customer places ten
 * @param comparesStores whether the window store is held against a ring instead of measuring everything else
 * @param parts what is measured, unless stores are compared
 */
public record BenchPlan(int orders, boolean comparesStores, Set<BenchPart> parts) {
    public static final int ORDERS = 1_000_000;
    public static final int ORDERS_MIN = 10_000;

    private static final int ORDERS_EACH = 10;
    private static final int FEW_CUSTOMERS = 10_000;
    private static final int MANY_CUSTOMERS = 1_000_000;

    /** An order costs a hundred times as much as a record passed through, so fewer will do. */
    private static final int SAGAS_PERCENT = 8;

    boolean has(BenchPart part) {
        return parts.contains(part);
    }

    boolean isRelative() {
        return parts.stream().anyMatch(BenchPart::isRelative);
    }

    SagaWorkload saga() {
        return new SagaWorkload(Bench.SAGA, 0, sagaOrders(), false);
    }

    /** The same orders under another name. */
    SagaWorkload sagaWithViews() {
        return new SagaWorkload(Bench.SAGA_WITH_VIEWS, 0, sagaOrders(), false);
    }

    SagaWorkload mixed() {
        return new SagaWorkload(Bench.MIXED, 0, sagaOrders(), true);
    }

    /** Five orders of each customer within a day: the sagas of all are open. */
    Workload openSagas() {
        return new Workload("open-sagas", MANY_CUSTOMERS / 5, MANY_CUSTOMERS, Duration.ofHours(4), 0);
    }

    private int sagaOrders() {
        int wanted = 2 * orders / 100 * SAGAS_PERCENT;
        return Math.max(1, wanted / SagaWorkload.BLOCK) * SagaWorkload.BLOCK;
    }

    /** A sixth of these orders is refused, so that every path of the code is warm. */
    Workload warmUp() {
        return new Workload("warm-up", orders / ORDERS_EACH, orders, Duration.ofHours(4), 0);
    }

    Workload happy() {
        return new Workload(Bench.HAPPY, 2 * orders / ORDERS_EACH, 2 * orders, Duration.ofHours(5), 0);
    }

    /** Three times as many: a record that nothing is done to takes so little time that fewer would measure the compiler. */
    Workload passThrough() {
        return new Workload(Bench.PASS_THROUGH, orders / ORDERS_EACH, 3 * orders, Duration.ofHours(5), 0);
    }

    /** The sixth and seventh of a customer's ten orders are refused. */
    Workload refused() {
        return new Workload("refused", 2 * orders / ORDERS_EACH, 2 * orders, Duration.ofSeconds(13_824), 0);
    }

    Workload fewCustomers() {
        return growth(Bench.FEW, FEW_CUSTOMERS);
    }

    Workload manyCustomers() {
        return growth(Bench.MANY, MANY_CUSTOMERS);
    }

    /** Each order finds one earlier slot of its customer, two days old, so nothing but the number of customers differs. */
    private Workload growth(String name, int customers) {
        return new Workload(name, customers, MANY_CUSTOMERS + orders * 2 / 5, Duration.ofDays(2), MANY_CUSTOMERS);
    }
}
