package dev.quintet.http;

import dev.quintet.domain.order.PlaceOrder;
import dev.quintet.domain.order.Verdict;
import java.util.concurrent.CompletableFuture;

/** Takes orders in. */
public interface OrderPlacement {

    /** Sends an order to be judged. Never throws; what goes wrong is in the futures. */
    Placed place(PlaceOrder order);

    /**
     * An order on its way.
     *
     * @param acknowledged done when the order can no longer be lost; fails with {@link IntakeUnavailableException} when
     *     Kafka is away, and then nobody knows whether it was taken: sending it again under the same id is safe
     * @param verdict its committed verdict; fails like {@code acknowledged}. Cancel it when nobody waits any more
     */
    record Placed(CompletableFuture<Void> acknowledged, CompletableFuture<Verdict> verdict) {}
}
