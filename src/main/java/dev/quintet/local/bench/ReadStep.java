package dev.quintet.local.bench;

import dev.quintet.wire.Clock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;

/** Orders that are read from the pod that has them: as many as it can answer, with nothing else to do. */
final class ReadStep {
    static final String NAME = "reads";

    private static final int ORDERS = 40 * SagaWorkload.BLOCK;

    /** Enough that the server is never idle, and few enough that what waits is not the queue. */
    private static final int CONNECTIONS = 32;

    private static final Duration WARM_UP = Duration.ofSeconds(30);
    private static final Duration MEASURED = Duration.ofSeconds(20);

    private ReadStep() {}

    static ReadFigures run(Admin admin, BenchPlatform platform, Consumer<String> progress)
            throws InterruptedException, ExecutionException {
        progress.accept("placing " + ORDERS + " orders to be read");
        BenchTopics.renew(admin, platform, Clock.BROKER);
        var workload = new SagaWorkload(NAME, 0, ORDERS, false);
        SagaSeed.sow(platform, List.of(workload));
        try (var services = OrderServices.start(platform, NAME);
                var loop = new ClosedLoop(platform, workload)) {
            services.awaitRunning();
            loop.runOut();
        }
        try (var views = ViewsProcess.start(platform, NAME, BenchPlatform.APP_HEAP)) {
            progress.accept("reading with " + CONNECTIONS + " connections");
            var figures = measure(platform, views);
            progress.accept("  " + figures.inWords());
            return figures;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ReadFigures measure(BenchPlatform platform, ViewsProcess views) throws IOException {
        var known = KnownAnswers.learn(views.port(), lastVersions(platform));
        var warmUp = ReadLoad.run(views.port(), known, CONNECTIONS, WARM_UP);
        var begin = CpuReading.now(views.handle(), platform.broker());
        var read = ReadLoad.run(views.port(), known, CONNECTIONS, MEASURED);
        var end = CpuReading.now(views.handle(), platform.broker());
        long requests = read.micros().getTotalCount();
        double loadMicros = end.bench().minus(begin.bench()).toNanos() / 1e3 / requests;
        var violation = known.violation() == null ? warmUp.violation() : known.violation();
        return new ReadFigures(
                StepFigures.between(NAME, requests, begin, end),
                loadMicros,
                known.all().size(),
                CONNECTIONS,
                Percentiles.of(read.micros()),
                violation == null ? read.violation() : violation);
    }

    private static Map<String, Long> lastVersions(BenchPlatform platform) {
        var versions = new HashMap<String, Long>();
        EventLog.read(platform, fact -> versions.merge(fact.orderId(), fact.version(), Math::max));
        return versions;
    }
}
