package dev.quintet.local.bench;

import dev.quintet.domain.order.OrderEvent;
import dev.quintet.wire.Clock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;

/**
 * The saga's orders once more, with the views, in a process of their own. It ends when the views have taken in everything,
 * so what they put off is counted; what they were behind when it began is counted too.
 */
final class ViewsStep {
    private static final Duration CATCH_UP = Duration.ofMinutes(3);

    /** Of so many orders one is asked for in the end. */
    private static final int CHECK_EVERY = 10;

    private ViewsStep() {}

    /** @param without what the same orders cost without views */
    static ViewsShare run(Admin admin, BenchPlatform platform, SagaWorkload workload, StepFigures without)
            throws InterruptedException, ExecutionException {
        BenchTopics.renew(admin, platform, Clock.BROKER);
        SagaSeed.sow(platform, List.of(workload));
        try (var services = OrderServices.start(platform, workload.name());
                var views = ViewsProcess.start(platform, workload.name(), BenchPlatform.APP_HEAP);
                var loop = new ClosedLoop(platform, workload)) {
            services.awaitRunning();
            loop.runUntil(workload.orders() / 2);
            int begun = loop.ended();
            var begin = CpuReading.now(services.handle(), platform.broker(), views.handle());
            var viewsBegin = CpuReading.of(views.handle());
            loop.runOut();
            for (var fact : loop.latest()) {
                awaitShown(views, fact);
            }
            var end = CpuReading.now(services.handle(), platform.broker(), views.handle());
            var viewsCpu = CpuReading.of(views.handle()).minus(viewsBegin);
            int orders = loop.ended() - begun;
            return new ViewsShare(
                    without,
                    StepFigures.between(workload.name(), orders, begin, end),
                    viewsCpu.toNanos() / 1e3 / orders,
                    violation(platform, workload, views));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void awaitShown(ViewsProcess views, OrderEvent fact) throws IOException {
        try (var reader = new OrderReader(views.port())) {
            if (reader.await(fact.orderId(), fact.version(), CATCH_UP) == null) {
                throw new IllegalStateException(
                        "The views do not catch up: they lack fact " + fact.version() + " of order " + fact.orderId());
            }
        }
    }

    private static @Nullable String violation(BenchPlatform platform, SagaWorkload workload, ViewsProcess views)
            throws IOException {
        var facts = new SagaProof(workload);
        var versions = new HashMap<String, Long>();
        EventLog.read(platform, fact -> {
            facts.take(fact);
            if (workload.index(fact.orderId()) % CHECK_EVERY == 0) {
                versions.put(fact.orderId(), fact.version());
            }
        });
        var violation = facts.violation();
        return violation == null ? KnownAnswers.learn(views.port(), versions).violation() : violation;
    }
}
