package dev.quintet.local.bench;

import dev.quintet.wire.Clock;
import dev.quintet.wire.Topics;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;

/**
 * Lets a topology work off the preloaded commands, and measures.
 *
 * <p>How far it is is asked of the broker, as the offsets that the topology has committed: under exactly-once they
 * become visible in one transaction with the output, and asking costs almost nothing, where a consumer of the output
 * would charge its own work to the app.
 */
final class Drain {
    private static final Duration ASK_EVERY = Duration.ofMillis(50);
    private static final Duration STALLED_AFTER = Duration.ofSeconds(60);

    private final Admin admin;
    private final ProcessHandle broker;
    private final ChildJvm app;
    private final String applicationId;

    private Drain(Admin admin, ProcessHandle broker, ChildJvm app, String applicationId) {
        this.admin = admin;
        this.broker = broker;
        this.app = app;
        this.applicationId = applicationId;
    }

    /**
     * Runs until everything is committed.
     *
     * @param step a new name
     * @param from how many records are let pass before the measuring begins
     * @param records how many there are in all
     */
    static StepFigures run(
            Admin admin, BenchPlatform platform, String step, BenchTopology topology, long from, long records)
            throws InterruptedException, ExecutionException {
        return run(admin, platform, step, "bench-" + step.replace(",", ""), topology, from, records);
    }

    /** The same under an application id. */
    static StepFigures run(
            Admin admin,
            BenchPlatform platform,
            String step,
            String applicationId,
            BenchTopology topology,
            long from,
            long records)
            throws InterruptedException, ExecutionException {
        try (var app = platform.startApp(
                BenchStep.class.getName(), step, Clock.BROKER, List.of(topology.name(), applicationId))) {
            var drain = new Drain(admin, platform.broker(), app, applicationId);
            long begun = drain.await(from);
            var begin = CpuReading.now(app.handle(), platform.broker());
            long ended = drain.await(records);
            var end = CpuReading.now(app.handle(), platform.broker());
            return StepFigures.between(step, ended - begun, begin, end);
        }
    }

    /** Waits until so many records are committed, and says how many are. */
    private long await(long records) throws InterruptedException, ExecutionException {
        long last = -1;
        long moved = System.nanoTime();
        while (true) {
            long committed = committed();
            if (committed >= records) {
                return committed;
            }
            if (committed > last) {
                last = committed;
                moved = System.nanoTime();
            }
            if (!app.isAlive() || System.nanoTime() - moved > STALLED_AFTER.toNanos() || !broker.isAlive()) {
                throw new IllegalStateException(applicationId + " stopped at " + committed + " of " + records
                        + " records; it said last: " + app.saidLast());
            }
            LockSupport.parkNanos(ASK_EVERY.toNanos());
        }
    }

    private long committed() throws InterruptedException, ExecutionException {
        var offsets = admin.listConsumerGroupOffsets(applicationId)
                .partitionsToOffsetAndMetadata()
                .get();
        long committed = 0;
        for (var offset : offsets.entrySet()) {
            if (offset.getKey().topic().equals(Topics.ORDER_COMMANDS) && offset.getValue() != null) {
                committed += offset.getValue().offset();
            }
        }
        return committed;
    }
}
