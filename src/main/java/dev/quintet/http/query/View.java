package dev.quintet.http.query;

import dev.quintet.domain.order.OrderEvent;
import dev.quintet.domain.view.OrderView;
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
}
