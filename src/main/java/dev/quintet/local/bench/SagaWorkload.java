package dev.quintet.local.bench;

import dev.quintet.domain.order.PlaceOrder;
import dev.quintet.domain.shipping.Customer;
import dev.quintet.local.DemoData;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Orders that go all their way, the same in every run, and how each must end. They come in blocks of {@link #BLOCK}, each
 * with customers of its own, so that every part of the workload has the same mix.
 *
 * @param first the number of its first order: workloads that meet on one broker share no numbers
 * @param orders how many; a multiple of {@link #BLOCK}
 * @param isMixed whether 20 % are refused, 10 % declined and 2 % never answered by the payment provider; else all complete
 */
record SagaWorkload(String name, int first, int orders, boolean isMixed) {
    static final int BLOCK = 250;

    /** Orders of an outlet follow one another in one partition. A flash sale has many outlets. */
    private static final int OUTLETS = 40;

    private static final int EACH = 5;
    private static final List<String> REGIONS = List.of("north", "south", "east", "west");

    /** How an order ends. */
    enum Fate {
        COMPLETED("tok_ok"),
        /** It is the sixth or seventh of a customer whose first five hold their slots. */
        REFUSED("tok_ok"),
        DECLINED("tok_declined"),
        TIMED_OUT("tok_timeout");

        private final String paymentMethod;

        Fate(String paymentMethod) {
            this.paymentMethod = paymentMethod;
        }
    }

    /** The fates of a mixed block lie one after another: 170, 50, 25 and 5 orders. */
    private static final int REFUSED_FROM = 170;

    private static final int DECLINED_FROM = 220;
    private static final int TIMED_OUT_FROM = 245;

    SagaWorkload {
        if (first % BLOCK != 0 || orders % BLOCK != 0) {
            throw new IllegalArgumentException("Orders come in blocks of " + BLOCK);
        }
    }

    Fate fate(int index) {
        int place = index % BLOCK;
        if (!isMixed || place < REFUSED_FROM) {
            return Fate.COMPLETED;
        }
        if (place < DECLINED_FROM) {
            return Fate.REFUSED;
        }
        return place < TIMED_OUT_FROM ? Fate.DECLINED : Fate.TIMED_OUT;
    }

    int count(Fate fate) {
        int inBlock = 0;
        for (int place = 0; place < BLOCK; place++) {
            inBlock += fate(place) == fate ? 1 : 0;
        }
        return inBlock * (orders / BLOCK);
    }

    PlaceOrder order(int index) {
        return new PlaceOrder(
                OrderIds.of(first + index),
                customerId(index),
                DemoData.burgerDay().promotionId(),
                outlet(index % OUTLETS),
                Workload.lines(index),
                fate(index).paymentMethod);
    }

    Set<String> orderIds() {
        return IntStream.range(0, orders)
                .mapToObj(index -> OrderIds.of(first + index))
                .collect(Collectors.toSet());
    }

    /** The index of an order by its id; -1 when the id is none of ours. */
    int index(String orderId) {
        long index = OrderIds.number(orderId) - first;
        return index >= 0 && index < orders ? (int) index : -1;
    }

    static List<String> outlets() {
        return IntStream.range(0, OUTLETS).mapToObj(SagaWorkload::outlet).toList();
    }

    int customers() {
        return orders / BLOCK * customersInBlock();
    }

    /** A customer with an address, without which nothing is delivered. */
    Customer customer(int number) {
        var id = customerId(number / customersInBlock(), number % customersInBlock());
        return new Customer(
                id, "Guest " + id, id + "@example.com", null, "1 Main Street, Springfield", REGIONS.get(number % 4));
    }

    private static String outlet(int number) {
        return "outlet-" + number;
    }

    private String customerId(int index) {
        int place = index % BLOCK;
        int inBlock = switch (fate(index)) {
            case COMPLETED -> place % regulars();
            case REFUSED -> (place - REFUSED_FROM) % regulars();
            case DECLINED, TIMED_OUT -> regulars() + place - DECLINED_FROM;
        };
        return customerId(index / BLOCK, inBlock);
    }

    private String customerId(int block, int inBlock) {
        return name + "-" + (1_000_000 + first / BLOCK + block) + "-" + inBlock;
    }

    /** Customers of a block who place five orders each, or more. */
    private int regulars() {
        return isMixed ? REFUSED_FROM / EACH : BLOCK / EACH;
    }

    private int customersInBlock() {
        return isMixed ? regulars() + BLOCK - DECLINED_FROM : regulars();
    }
}
