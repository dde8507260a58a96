package dev.quintet.local.bench;

import dev.quintet.wire.Clock;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;

/** One run of the benchmark, from an empty broker to the figures. */
public final class Bench {
    static final String PASS_THROUGH = "pass-through";
    static final String HAPPY = "happy";
    static final String FEW = "10,000-customers";
    static final String MANY = "1,000,000-customers";
    static final String SAGA = "saga";
    static final String MIXED = "mixed";
    static final String SAGA_WITH_VIEWS = "saga-with-views";

    /** Of what is measured, how much is let pass first: the start of the clients, most of the compiling, the caches. */
    private static final int PASSED_OVER_PERCENT = 50;

    private final BenchPlan plan;
    private final BenchPlatform platform;
    private final Admin admin;
    private final Consumer<String> progress;
    private final List<StepFigures> steps = new ArrayList<>();
    private final List<ProofFigures> proofs = new ArrayList<>();
    private final List<SagaFigures> outcomes = new ArrayList<>();

    private Bench(BenchPlan plan, BenchPlatform platform, Admin admin, Consumer<String> progress) {
        this.plan = plan;
        this.platform = platform;
        this.admin = admin;
        this.progress = progress;
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
            var bench = new Bench(plan, platform, admin, progress);
            if (plan.isRelative()) {
                bench.warmUp();
            }
            return plan.comparesStores() ? bench.compareStores() : bench.measure();
        }
    }

    /** Runs every topology once and forgets the figures: a cold broker costs several times what a warm one does. */
    private void warmUp() throws InterruptedException, ExecutionException {
        var workload = plan.warmUp();
        preload(workload);
        drain("warm-up-pass-through", BenchTopology.PASS_THROUGH, workload);
        drain("warm-up-admission", BenchTopology.ADMISSION, workload);
        drain("warm-up-pass-through-again", BenchTopology.PASS_THROUGH, workload);
        if (plan.comparesStores()) {
            preload(workload);
            drain("warm-up-ring", BenchTopology.RING, workload);
        }
    }

    private BenchResult measure() throws InterruptedException, ExecutionException {
        if (plan.isRelative()) {
            passThrough("pass-through-first");
        }
        if (plan.has(BenchPart.ADMISSION)) {
            admission();
        }
        var saga = plan.has(BenchPart.SAGA) || plan.has(BenchPart.VIEWS) ? saga(plan.saga()) : null;
        if (plan.has(BenchPart.MIXED)) {
            var _ = saga(plan.mixed());
        }
        var share = saga != null && plan.has(BenchPart.VIEWS) ? share(saga) : null;
        if (plan.isRelative()) {
            passThrough("pass-through-last");
        }
        var latency = plan.has(BenchPart.LATENCY) ? LatencyStep.run(admin, platform, progress) : null;
        var confirmations =
                plan.has(BenchPart.CONFIRMED) ? ConfirmedStep.run(admin, platform, progress) : List.<Confirmation>of();
        var open = plan.has(BenchPart.OPEN_SAGAS) ? OpenSagas.run(admin, platform, plan.openSagas(), progress) : null;
        return result(latency, new SagaResult(List.copyOf(outcomes), confirmations, open), reads(share));
    }

    private void admission() throws InterruptedException, ExecutionException {
        preload(plan.happy());
        steps.add(drain("one-write", BenchTopology.ONE_WRITE, plan.happy()));
        judge(HAPPY, BenchTopology.ADMISSION, plan.happy());
        judge("refused", BenchTopology.ADMISSION, plan.refused());
        judge(FEW, BenchTopology.ADMISSION, plan.fewCustomers());
        judge(MANY, BenchTopology.ADMISSION, plan.manyCustomers());
    }

    private ReadResult reads(@Nullable ViewsShare share) throws InterruptedException, ExecutionException {
        return new ReadResult(
                plan.has(BenchPart.READS) ? ReadStep.run(admin, platform, progress) : null,
                plan.has(BenchPart.VISIBLE) ? VisibleStep.run(admin, platform, progress) : null,
                plan.has(BenchPart.STREAMS) ? StreamStep.run(admin, platform, progress) : null,
                share);
    }

    private ViewsShare share(StepFigures without) throws InterruptedException, ExecutionException {
        progress.accept("running the same orders with views");
        var share = ViewsStep.run(admin, platform, plan.sagaWithViews(), without);
        steps.add(share.with());
        tell(share.with());
        progress.accept("  " + share.inWords());
        return share;
    }

    private StepFigures saga(SagaWorkload workload) throws InterruptedException, ExecutionException {
        progress.accept("running " + workload.name() + " with " + workload.orders() + " orders");
        var step = SagaStep.run(admin, platform, workload);
        steps.add(step.cost());
        outcomes.add(step.outcome());
        tell(step.cost());
        progress.accept("  " + step.outcome().inWords());
        return step.cost();
    }

    private BenchResult compareStores() throws InterruptedException, ExecutionException {
        passThrough("pass-through-first");
        judge("window-happy", BenchTopology.ADMISSION, plan.happy());
        judge("ring-happy", BenchTopology.RING, plan.happy());
        judge("window-refused", BenchTopology.ADMISSION, plan.refused());
        judge("ring-refused", BenchTopology.RING, plan.refused());
        judge("window-many-customers", BenchTopology.ADMISSION, plan.manyCustomers());
        judge("ring-many-customers", BenchTopology.RING, plan.manyCustomers());
        passThrough("pass-through-last");
        return result(null, SagaResult.NONE, ReadResult.NONE);
    }

    private void preload(Workload workload) throws InterruptedException, ExecutionException {
        progress.accept("placing " + workload.orders() + " orders of " + workload.customers() + " customers ("
                + workload.name() + ")");
        BenchTopics.renew(admin, platform, Clock.EVENT);
        Preload.run(platform, workload);
    }

    private void passThrough(String step) throws InterruptedException, ExecutionException {
        var workload = plan.passThrough();
        preload(workload);
        steps.add(drain(step, BenchTopology.PASS_THROUGH, workload));
    }

    private void judge(String step, BenchTopology topology, Workload workload)
            throws InterruptedException, ExecutionException {
        preload(workload);
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

    private StepFigures drain(String step, BenchTopology topology, Workload workload)
            throws InterruptedException, ExecutionException {
        progress.accept("running " + step);
        long from = workload.filling() + (long) (workload.orders() - workload.filling()) * PASSED_OVER_PERCENT / 100;
        var figures = Drain.run(admin, platform, step, topology, from, workload.orders());
        tell(figures);
        return figures;
    }

    private void tell(StepFigures figures) {
        progress.accept(String.format(
                Locale.ROOT,
                "  %,.0f records/s, CPU %.1f us a record",
                figures.recordsPerSecond(),
                figures.cpuMicrosPerRecord()));
    }

    private BenchResult result(@Nullable Latency latency, SagaResult sagas, ReadResult reads) {
        return new BenchResult(Machine.here(), List.copyOf(steps), List.copyOf(proofs), latency, sagas, reads);
    }
}
