package dev.quintet.http;

import dev.quintet.domain.order.OrderCommand;
import dev.quintet.domain.order.PlaceOrder;
import dev.quintet.domain.order.Verdict;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** What stands behind the routes in place of Kafka: it answers as a test wants, and remembers what was placed. */
final class StubPlacement implements OrderPlacement {
    private final List<PlaceOrder> placed = new CopyOnWriteArrayList<>();
    private volatile Function<PlaceOrder, Placed> answer = order -> judged(SampleVerdicts.accepted(order));

    @Override
    public Placed place(PlaceOrder order) {
        placed.add(order);
        return answer.apply(order);
    }

    @Override
    public void send(OrderCommand command) {
        throw new UnsupportedOperationException("There are no views, so there is no order to act on");
    }

    void answer(Function<PlaceOrder, Placed> next) {
        answer = next;
    }

    /** Every order is judged at once. */
    void judge(Function<PlaceOrder, Verdict> verdict) {
        answer = order -> judged(verdict.apply(order));
    }

    PlaceOrder last() {
        return placed.getLast();
    }

    List<PlaceOrder> placed() {
        return placed;
    }

    static Placed judged(Verdict verdict) {
        return new Placed(CompletableFuture.completedFuture(null), CompletableFuture.completedFuture(verdict));
    }

    /** Taken by the broker, and not judged. */
    static Placed acknowledged() {
        return new Placed(CompletableFuture.completedFuture(null), new CompletableFuture<>());
    }

    static Placed failed() {
        var why = new IntakeUnavailableException("no broker", null);
        return new Placed(CompletableFuture.failedFuture(why), CompletableFuture.failedFuture(why));
    }
}
