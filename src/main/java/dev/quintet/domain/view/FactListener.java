package dev.quintet.domain.view;

import dev.quintet.domain.order.OrderEvent;

/** Is told of every fact that a view on this pod has taken in. Called on the thread that does so, so it must be quick. */
public interface FactListener {

    /** A fact was taken in; {@code view} is the order after it. A fact may be told again after a fault. */
    void applied(OrderView view, OrderEvent fact);
}
