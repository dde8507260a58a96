package dev.quintet.local.bench;

import dev.quintet.domain.order.OrderFact;
import dev.quintet.domain.order.PlaceOrder;
import dev.quintet.local.DemoData;
import dev.quintet.wire.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;

/**
 * Thousands of streams of events that stay open while orders come at a steady rate: those of the customers who order, and
 * those of orders whose payment is not answered, which have something to tell for 35 s.
 */
final class StreamStep {
    private static final String NAME = "streams";
    private static final int ORDERS_PER_SECOND = 200;
    private static final int CUSTOMERS = 1_000;
    private static final int EACH = 5;

    /** 25 s: while they come, no stream of an order that waits ends. */
    private static final int ORDERS = CUSTOMERS * EACH;

    private static final int WAITING = 1_000;
    private static final int STREAMS = CUSTOMERS + WAITING;

    /** What a small pod has. */
    private static final String HEAP = "192m";

    private final BenchPlatform platform;
    private final SagaWorkload workload;
    private final ArrivalProof proof = new ArrivalProof();

    private StreamStep(BenchPlatform platform, SagaWorkload workload) {
        this.platform = platform;
        this.workload = workload;
    }

    static StreamFigures run(Admin admin, BenchPlatform platform, Consumer<String> progress)
            throws InterruptedException, ExecutionException {
        var workload = new SagaWorkload(NAME, WarmUp.WORKLOAD.orders(), ORDERS, false);
        BenchTopics.renew(admin, platform, Clock.BROKER);
        SagaSeed.sow(platform, List.of(WarmUp.WORKLOAD, workload));
        try (var services = OrderServices.start(platform, NAME);
                var views = ViewsProcess.start(platform, NAME, HEAP)) {
            WarmUp.run(platform, services, progress);
            progress.accept(
                    "opening " + STREAMS + " streams, then " + ORDERS + " orders at " + ORDERS_PER_SECOND + "/s");
            var figures = new StreamStep(platform, workload).measure(services, views, progress);
            progress.accept("  " + figures.inWords());
            return figures;
        }
    }

    private StreamFigures measure(OrderServices services, ViewsProcess views, Consumer<String> progress) {
        try (var streams = new OpenStreams(views.port(), proof)) {
            customers().forEach(streams::openCustomer);
            streams.awaitOpen(CUSTOMERS);
            PacedOrders.place(
                    platform, this::waiting, WAITING, ORDERS_PER_SECOND, order -> streams.openOrder(order.orderId()));
            streams.awaitOpen(STREAMS);
            var begin = CpuReading.now(services.handle(), platform.broker(), views.handle());
            var viewsBegin = CpuReading.of(views.handle());
            PacedOrders.place(platform, workload::order, ORDERS, ORDERS_PER_SECOND, _ -> {});
            var end = CpuReading.now(services.handle(), platform.broker(), views.handle());
            var viewsCpu = CpuReading.of(views.handle()).minus(viewsBegin);
            awaitEnds();
            streams.awaitQuiet();
            var resident = ResidentMemory.mostMegabytes(views.handle());
            long events = proof.arrived();
            compare(streams);
            var both = StepFigures.between(NAME, ORDERS, begin, end);
            var cost = both.ofApp(viewsCpu.toNanos() / 1e3 / ORDERS);
            progress.accept("  slowest: " + proof.slowest());
            return new StreamFigures(
                    cost,
                    ORDERS_PER_SECOND,
                    STREAMS,
                    events,
                    Percentiles.of(proof.micros()),
                    resident,
                    HEAP,
                    proof.violation());
        }
    }

    private void awaitEnds() {
        var all = new HashSet<>(workload.orderIds());
        IntStream.range(0, WAITING).forEach(index -> all.add(waiting(index).orderId()));
        try (var ends = OrderWatch.start(platform)) {
            ends.requireEnded(all);
        }
    }

    private void compare(OpenStreams streams) {
        var waiting = IntStream.range(0, WAITING)
                .mapToObj(index -> waiting(index).orderId())
                .collect(Collectors.toSet());
        CommitTimes.read(platform, (fact, committed) -> {
            if (waiting.contains(fact.orderId())) {
                var path = OpenStreams.ofOrder(fact.orderId());
                proof.expect(path, fact.orderId(), fact.version(), committed, streams.openedMillis(path));
            } else if (workload.index(fact.orderId()) >= 0 && isInList(fact.fact())) {
                var path = OpenStreams.ofCustomer(fact.customerId());
                proof.expect(path, fact.orderId(), fact.version(), committed, committed);
            }
        });
    }

    /** Whether the list of a customer shows it of an order that goes well. */
    private static boolean isInList(OrderFact fact) {
        return fact instanceof OrderFact.Accepted
                || fact instanceof OrderFact.Confirmed
                || fact instanceof OrderFact.Completed;
    }

    private Set<String> customers() {
        return IntStream.range(0, ORDERS)
                .mapToObj(index -> workload.order(index).customerId())
                .collect(Collectors.toSet());
    }

    /** An order that is tried and tried again, and in the end cancelled. */
    private PlaceOrder waiting(int index) {
        return new PlaceOrder(
                OrderIds.of(workload.first() + ORDERS + index),
                "waiting-" + index / EACH,
                DemoData.burgerDay().promotionId(),
                SagaWorkload.outlets().getFirst(),
                Workload.lines(index),
                "tok_timeout");
    }
}
