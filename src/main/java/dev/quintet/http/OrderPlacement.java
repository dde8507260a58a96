package dev.quintet.http;

import dev.quintet.domain.order.OrderCommand;
import dev.quintet.domain.order.PlaceOrder;
import dev.quintet.domain.order.Verdict;
import java.util.concurrent.CompletableFuture;

/** Takes orders in. */
public interface OrderPlacement {

    /** Sends an order to be judged. Never throws; what goes wrong is in the futures. */
    Placed place(PlaceOrder order);

    /**
     * Sends a command about an order that was placed before.
     *
     * @throws IntakeUnavailableException when Kafka does not acknowledge it; nobody knows then whether it was taken
     */
    void send(OrderCommand command) throws InterruptedException;

    /**
     * An order on its way.
     *
     * @param acknowledged done when the order can no longer be lost; fails with {@link IntakeUnavailableException} when
     *     Kafka is away, and then nobody knows whether it was taken: sending it again under the same id is safe
     * @param verdict its committed verdict; fails like {@code acknowledged}. Cancel it when nobody waits any more
     */
    record Placed(CompletableFuture<Void> acknowledged, CompletableFuture<Verdict> verdict) {}
}
