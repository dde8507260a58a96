package dev.quintet.harness;

import dev.quintet.domain.order.OrderLine;
import dev.quintet.domain.order.PlaceOrder;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** An order in the making, with sensible values for whatever a story does not care about. */
public final class OrderBuilder {
    public static final String ALICE = "alice";
    public static final String BOB = "bob";

    private static final AtomicInteger NEXT_ID = new AtomicInteger();

    private String orderId = "order-" + NEXT_ID.incrementAndGet();
    private String customerId = ALICE;
    private String promotionId = Promotions.BURGER_DAY;
    private List<OrderLine> lines = List.of(new OrderLine("classic", 1));
    private Instant placedAt = Times.at("12:00");

    private OrderBuilder() {}

    public static OrderBuilder anOrder() {
        return new OrderBuilder();
    }

    public OrderBuilder called(String id) {
        orderId = id;
        return this;
    }

    public OrderBuilder by(String customer) {
        customerId = customer;
        return this;
    }

    public OrderBuilder under(String promotion) {
        promotionId = promotion;
        return this;
    }

    public OrderBuilder of(int quantity, String itemId) {
        lines = List.of(new OrderLine(itemId, quantity));
        return this;
    }

    public OrderBuilder of(OrderLine... wanted) {
        lines = List.of(wanted);
        return this;
    }

    /** When it is placed, see {@link Times#at}. */
    public OrderBuilder at(String time) {
        return at(Times.at(time));
    }

    public OrderBuilder at(Instant instant) {
        placedAt = instant;
        return this;
    }

    public Instant placedAt() {
        return placedAt;
    }

    public PlaceOrder build() {
        return new PlaceOrder(orderId, customerId, promotionId, "akaso-1", lines, "tok_ok");
    }
}
