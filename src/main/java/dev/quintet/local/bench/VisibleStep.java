package dev.quintet.local.bench;

import dev.quintet.wire.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;

/** Orders that come at a steady rate and go all their way: how long their facts take to be seen by a client of HTTP. */
final class VisibleStep {
    private static final String NAME = "visible";
    private static final int ORDERS_PER_SECOND = 200;

    /** Of so many orders, one is followed: the others are there for the load. */
    private static final int WATCH_EVERY = 5;

    /** Half a minute. */
    private static final int ORDERS = 30 * ORDERS_PER_SECOND;

    private final BenchPlatform platform;
    private final OrderServices services;
    private final ViewsProcess views;

    private VisibleStep(BenchPlatform platform, OrderServices services, ViewsProcess views) {
        this.platform = platform;
        this.services = services;
        this.views = views;
    }

    static VisibleFigures run(Admin admin, BenchPlatform platform, Consumer<String> progress)
            throws InterruptedException, ExecutionException {
        var warmUp = WarmUp.WORKLOAD;
        var slowly = new SagaWorkload("slowly", warmUp.orders(), ORDERS, false);
        var measured = new SagaWorkload(NAME, slowly.first() + ORDERS, ORDERS, false);
        BenchTopics.renew(admin, platform, Clock.BROKER);
        SagaSeed.sow(platform, List.of(warmUp, slowly, measured));
        try (var services = OrderServices.start(platform, NAME);
                var views = ViewsProcess.start(platform, NAME, BenchPlatform.APP_HEAP)) {
            WarmUp.run(platform, services, progress);
            var step = new VisibleStep(platform, services, views);
            progress.accept("placing " + ORDERS + " orders at " + ORDERS_PER_SECOND + "/s, twice");
            var _ = step.measure(slowly);
            var figures = step.measure(measured);
            progress.accept("  " + figures.inWords());
            return figures;
        }
    }

    private VisibleFigures measure(SagaWorkload workload) {
        var proof = new ArrivalProof();
        var watched = new HashSet<String>();
        var begin = CpuReading.now(services.handle(), platform.broker(), views.handle());
        try (var watch = new VisibleWatch(views.port(), proof)) {
            PacedOrders.place(platform, workload::order, workload.orders(), ORDERS_PER_SECOND, order -> {
                if (workload.index(order.orderId()) % WATCH_EVERY == 0) {
                    watched.add(order.orderId());
                    watch.follow(order.orderId());
                }
            });
        }
        var end = CpuReading.now(services.handle(), platform.broker(), views.handle());
        awaitEnds(workload);
        return figures(StepFigures.between(NAME, workload.orders(), begin, end), watched, proof);
    }

    /** Nobody may write to the log while it is read. */
    private void awaitEnds(SagaWorkload workload) {
        try (var ends = OrderWatch.start(platform)) {
            ends.requireEnded(workload.orderIds());
        }
    }

    private VisibleFigures figures(StepFigures cost, Set<String> watched, ArrivalProof proof) {
        CommitTimes.read(platform, (fact, committed) -> {
            if (watched.contains(fact.orderId())) {
                proof.expect(VisibleWatch.LINE, fact.orderId(), fact.version(), committed, committed);
            }
        });
        var violation = proof.violation();
        return new VisibleFigures(
                cost,
                ORDERS_PER_SECOND,
                watched.size(),
                proof.micros().getTotalCount(),
                Percentiles.of(proof.micros()),
                violation);
    }
}
