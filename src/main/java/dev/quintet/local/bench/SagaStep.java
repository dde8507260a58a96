package dev.quintet.local.bench;

import dev.quintet.local.bench.SagaWorkload.Fate;
import dev.quintet.wire.Clock;
import dev.quintet.wire.Topics;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;

/**
 * Orders from their command to their end, through all services in one process.
 *
 * @param cost the CPU and the rate of the second half of the orders
 * @param outcome of all of them
 */
record SagaStep(StepFigures cost, SagaFigures outcome) {
    static SagaStep run(Admin admin, BenchPlatform platform, SagaWorkload workload)
            throws InterruptedException, ExecutionException {
        BenchTopics.renew(admin, platform, Clock.BROKER);
        SagaSeed.sow(platform, List.of(workload));
        StepFigures figures;
        double toLastEnd;
        try (var services = OrderServices.start(platform, workload.name());
                var loop = new ClosedLoop(platform, workload)) {
            services.awaitRunning();
            int hurried = workload.orders() - workload.count(Fate.TIMED_OUT);
            loop.runUntil(hurried / 2);
            int begun = loop.ended();
            var begin = CpuReading.now(services.handle(), platform.broker());
            loop.runUntil(hurried);
            var end = CpuReading.now(services.handle(), platform.broker());
            figures = StepFigures.between(workload.name(), loop.ended() - begun, begin, end);
            loop.runOut();
            toLastEnd = (System.nanoTime() - end.nanos()) / 1e9;
        }
        var cost = OrderCost.count(admin, platform, workload.orders());
        return new SagaStep(figures, outcome(platform, workload, toLastEnd, cost));
    }

    private static SagaFigures outcome(
            BenchPlatform platform, SagaWorkload workload, double secondsToLastEnd, OrderCost cost) {
        var facts = new SagaProof(workload);
        EventLog.read(platform, facts::take);
        var books = new BooksProof(workload);
        var serdes = platform.serdes();
        var _ = CommittedTopic.read(
                platform,
                Topics.PAYMENT_LEDGER,
                serdes.ledgerEntry().deserializer(),
                record -> books.take(record.value()));
        var _ = CommittedTopic.read(
                platform,
                Topics.STOCK_LEVELS,
                serdes.stockLevel().deserializer(),
                record -> books.take(record.value()));
        var violation = facts.violation();
        return new SagaFigures(
                workload.name(),
                workload.orders(),
                workload.count(Fate.COMPLETED),
                workload.count(Fate.REFUSED),
                workload.count(Fate.DECLINED) + workload.count(Fate.TIMED_OUT),
                facts.sentAgain(),
                secondsToLastEnd,
                cost,
                violation == null ? books.violation(facts) : violation);
    }
}
