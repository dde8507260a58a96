package dev.quintet.http.query;

import dev.quintet.domain.order.OrderEvent;
import dev.quintet.domain.view.CustomerOrder;
import dev.quintet.domain.view.OrderMessage;
import dev.quintet.domain.view.OrderView;
import dev.quintet.domain.view.SalesMinute;
import dev.quintet.domain.view.StepLoad;
import dev.quintet.domain.view.StuckOrder;
import dev.quintet.wire.Stores;

/**
 * A store of the views that is asked for rows.
 *
 * @param store its name
 * @param type of its values
 */
public record View<V>(String store, Class<V> type) {
    /** Orders as they are. */
    public static final View<OrderView> ORDERS = new View<>(Stores.ORDER_VIEWS, OrderView.class);

    /** The facts of orders. */
    public static final View<OrderEvent> FACTS = new View<>(Stores.ORDER_FACTS, OrderEvent.class);

    /** The orders of customers, newest first. */
    public static final View<CustomerOrder> CUSTOMER_ORDERS = new View<>(Stores.CUSTOMER_ORDERS, CustomerOrder.class);

    /** The messages about orders. */
    public static final View<OrderMessage> MESSAGES = new View<>(Stores.ORDER_MESSAGES, OrderMessage.class);

    /** How many orders are in each step. */
    public static final View<StepLoad> SAGA_STEPS = new View<>(Stores.SAGA_STEPS, StepLoad.class);

    /** Orders that need an operator. */
    public static final View<StuckOrder> STUCK_ORDERS = new View<>(Stores.STUCK_ORDERS, StuckOrder.class);

    /** What was sold in each minute. */
    public static final View<SalesMinute> SALES = new View<>(Stores.SALES, SalesMinute.class);
}
