package dev.quintet.harness;

import dev.quintet.domain.limit.Promotion;
import dev.quintet.domain.order.MenuItem;
import dev.quintet.domain.order.PlaceOrder;
import dev.quintet.domain.order.Verdict;
import java.time.Instant;

/** Something that judges orders: the domain alone, the topology in a test driver, or the service on a real broker. */
public interface OrderDriver extends AutoCloseable {

    /** Publishes a promotion. It is in force when this returns. */
    void publish(Promotion promotion);

    /** Publishes an item and its price. It is on the menu when this returns. */
    void publish(MenuItem item);

    /** Places an order at an instant, on the event clock, and gives its verdict. */
    Verdict place(PlaceOrder order, Instant placedAt);

    @Override
    void close();
}
