package dev.quintet.local.bench;

import dev.quintet.domain.order.OrderLine;
import dev.quintet.domain.order.PlaceOrder;
import dev.quintet.local.DemoData;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Orders that are the same in every run. All customers order in turn, each once in every interval, so their slots are
 * spread evenly over event time and over partitions, and how many orders are refused follows from the interval.
 *
 * @param interval from one order of a customer to the next
 * @param filling how many of the orders, from the first, only fill the store and are not measured
 */
record Workload(String name, int customers, int orders, Duration interval, int filling) {
    private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");

    /** No number of customers is a multiple of it, so that multiplying by it only changes their order. */
    private static final long STRIDE = 2_147_483_647L;

    private static final String CUSTOMER = "customer-";
    private static final List<String> ITEMS =
            DemoData.menu().stream().map(item -> item.itemId()).toList();

    /** An order of three lines under a UUID, as a shop sends it: about 130 bytes, most of which no compression saves. */
    PlaceOrder order(int index) {
        return new PlaceOrder(
                OrderIds.of(index),
                CUSTOMER + (10_000_000 + customer(index)),
                DemoData.burgerDay().promotionId(),
                DemoData.OUTLET,
                lines(index),
                "tok_ok");
    }

    static List<OrderLine> lines(int index) {
        return List.of(
                new OrderLine(ITEMS.get(index % ITEMS.size()), 1 + index % 3),
                new OrderLine(ITEMS.get((index + 1) % ITEMS.size()), 1),
                new OrderLine(ITEMS.get((index + 2) % ITEMS.size()), 1 + index % 2));
    }

    /** Epoch milliseconds. They rise from order to order, as the broker's clock does. */
    long placedAt(int index) {
        long round = index / customers;
        long inRound = index % customers;
        return FIRST.toEpochMilli() + round * interval.toMillis() + inRound * interval.toMillis() / customers;
    }

    int customer(int index) {
        return (int) (index % customers * STRIDE % customers);
    }

    /** The index of an order by its id; -1 when the id is none of ours. */
    int index(String orderId) {
        long index = OrderIds.number(orderId);
        return index >= 0 && index < orders ? (int) index : -1;
    }
}
