package dev.quintet.harness;

import dev.quintet.domain.order.LimitUnit;
import dev.quintet.domain.order.LimitUse;
import dev.quintet.domain.order.Money;
import dev.quintet.domain.order.OrderEvent;
import dev.quintet.domain.order.OrderFact;
import dev.quintet.domain.order.OrderLine;
import dev.quintet.domain.order.PricedLine;
import dev.quintet.domain.order.RefusalReason;
import dev.quintet.domain.saga.SagaDefinition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The facts of one order in the making, a second apart, with versions without a gap. */
public final class Facts {
    private final String orderId;
    private final String customerId;
    private final List<OrderEvent> events = new ArrayList<>();

    private Facts(String orderId, String customerId) {
        this.orderId = orderId;
        this.customerId = customerId;
    }

    public static Facts of(String orderId, String customerId) {
        return new Facts(orderId, customerId);
    }

    /** Two classics for 5.34 EUR at akaso-1, the customer's first of five. */
    public static OrderFact.Accepted accepted() {
        return accepted(SagaDefinition.current().version());
    }

    /** The same, for a saga of some definition. */
    public static OrderFact.Accepted accepted(int sagaVersion) {
        return new OrderFact.Accepted(
                Promotions.BURGER_DAY,
                1,
                new LimitUse(LimitUnit.ORDERS, 5, 1, null, List.of()),
                "akaso-1",
                List.of(new PricedLine("classic", 2, 890)),
                70,
                new Money(534, "EUR"),
                "tok_ok",
                sagaVersion);
    }

    /** The sixth of five. */
    public static OrderFact.Refused refused() {
        var use = new LimitUse(LimitUnit.ORDERS, 5, 5, Times.at("12:00"), List.of("a", "b", "c", "d", "e"));
        return new OrderFact.Refused(
                Promotions.BURGER_DAY,
                1,
                RefusalReason.LIMIT_REACHED,
                use,
                "akaso-1",
                List.of(new OrderLine("classic", 1)));
    }

    public Facts then(OrderFact fact) {
        long version = events.size() + 1L;
        var cause = new OrderEvent.Cause("order.commands", 0, version);
        events.add(new OrderEvent(orderId, version, customerId, timeOf(version), cause, fact));
        return this;
    }

    /** When a fact of any order made here happened. */
    public static Instant timeOf(long version) {
        return Times.at("12:00").plusSeconds(version);
    }

    public List<OrderEvent> events() {
        return List.copyOf(events);
    }
}
