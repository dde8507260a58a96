package dev.quintet.local.bench;

import dev.quintet.topology.OrdersTopology;
import dev.quintet.topology.ReferenceTables;
import dev.quintet.wire.Clock;
import dev.quintet.wire.WireSerdes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.streams.Topology;
import org.jspecify.annotations.Nullable;

/** One run of the benchmark, from an empty broker to the figures. */
public final class Bench {
    static final String PASS_THROUGH = "pass-through";
    static final String HAPPY = "happy";
    static final String FEW = "10,000-customers";
    static final String MANY = "1,000,000-customers";

    /** Of what is measured, how much is let pass first: the start of the clients and the filling of the caches. */
    private static final int PASSED_OVER_PERCENT = 20;

    private final BenchPlan plan;
    private final Path folder;
    private final BenchPlatform platform;
    private final Admin admin;
    private final Consumer<String> progress;
    private final WireSerdes serdes;
    private final List<StepFigures> steps = new ArrayList<>();
    private final List<ProofFigures> proofs = new ArrayList<>();

    private Bench(BenchPlan plan, Path folder, BenchPlatform platform, Admin admin, Consumer<String> progress) {
        this.plan = plan;
        this.folder = folder;
        this.platform = platform;
        this.admin = admin;
        this.progress = progress;
        serdes = new WireSerdes(Map.of("schema.registry.url", platform.registryUrl()));
    }

    /**
     * Starts a broker and a registry, measures, and stops them.
     *
     * @param folder empty, for everything that is written
     * @param progress is told what is being done
     */
    public static BenchResult run(BenchPlan plan, Path folder, Consumer<String> progress)
            throws InterruptedException, ExecutionException {
        progress.accept("starting a broker and a schema registry");
        try (var platform = BenchPlatform.start(folder);
                var admin = Admin.create(Map.of("bootstrap.servers", platform.bootstrap()))) {
            var bench = new Bench(plan, folder, platform, admin, progress);
            bench.warmUp();
            return plan.comparesStores() ? bench.compareStores() : bench.measure();
        }
    }

    /** Runs both topologies once and forgets the figures: a cold broker costs several times what a warm one does. */
    private void warmUp() throws InterruptedException, ExecutionException {
        var workload = plan.warmUp();
        preload(workload);
        drain("warm-up-pass-through", PassThrough.build(), workload);
        drain("warm-up-admission", admission(), workload);
        if (plan.comparesStores()) {
            preload(workload);
            drain("warm-up-ring", RingTopology.build(serdes), workload);
        }
    }

    private BenchResult measure() throws InterruptedException, ExecutionException {
        var happy = plan.happy();
        preload(happy);
        passThrough("pass-through-first", happy);
        judge(HAPPY, admission(), happy);
        judgeAfresh("refused", admission(), plan.refused());
        judgeAfresh(FEW, admission(), plan.fewCustomers());
        judgeAfresh(MANY, admission(), plan.manyCustomers());
        preload(happy);
        passThrough("pass-through-last", happy);
        return result(LatencyStep.run(admin, platform, folder, progress));
    }

    private BenchResult compareStores() throws InterruptedException, ExecutionException {
        preload(plan.happy());
        passThrough("pass-through-first", plan.happy());
        judge("window-happy", admission(), plan.happy());
        judgeAfresh("ring-happy", RingTopology.build(serdes), plan.happy());
        judgeAfresh("window-refused", admission(), plan.refused());
        judgeAfresh("ring-refused", RingTopology.build(serdes), plan.refused());
        judgeAfresh("window-many-customers", admission(), plan.manyCustomers());
        judgeAfresh("ring-many-customers", RingTopology.build(serdes), plan.manyCustomers());
        preload(plan.happy());
        passThrough("pass-through-last", plan.happy());
        return result(null);
    }

    /** The topology as it runs by the broker's clock. Only the commands' topic keeps the times that the orders come with. */
    private Topology admission() {
        return OrdersTopology.build(serdes, new ReferenceTables(), Clock.BROKER);
    }

    private void preload(Workload workload) throws InterruptedException, ExecutionException {
        progress.accept("placing " + workload.orders() + " orders of " + workload.customers() + " customers ("
                + workload.name() + ")");
        BenchTopics.renew(admin, platform, Clock.EVENT);
        Preload.run(platform, workload);
    }

    private void passThrough(String step, Workload workload) throws InterruptedException, ExecutionException {
        steps.add(drain(step, PassThrough.build(), workload));
    }

    private void judgeAfresh(String step, Topology topology, Workload workload)
            throws InterruptedException, ExecutionException {
        preload(workload);
        judge(step, topology, workload);
    }

    private void judge(String step, Topology topology, Workload workload)
            throws InterruptedException, ExecutionException {
        steps.add(drain(step, topology, workload));
        var proof = new LimitProof(workload);
        EventLog.read(
                platform,
                fact -> proof.take(
                        fact.orderId(),
                        fact.customerId(),
                        fact.occurredAt().toEpochMilli(),
                        EventLog.isAccepted(fact)));
        var figures = ProofFigures.of(step, workload, proof);
        proofs.add(figures);
        progress.accept("  " + figures.inWords());
    }

    private StepFigures drain(String step, Topology topology, Workload workload)
            throws InterruptedException, ExecutionException {
        progress.accept("running " + step);
        long from = workload.filling() + (long) (workload.orders() - workload.filling()) * PASSED_OVER_PERCENT / 100;
        var figures = Drain.run(
                admin, platform, platform.settings(step, Clock.BROKER), step, topology, from, workload.orders());
        progress.accept("  %,.0f records/s, CPU %.1f us a record"
                .formatted(figures.recordsPerSecond(), figures.cpuMicrosPerRecord()));
        return figures;
    }

    private BenchResult result(@Nullable Latency latency) {
        return new BenchResult(Machine.here(), List.copyOf(steps), List.copyOf(proofs), latency);
    }
}
