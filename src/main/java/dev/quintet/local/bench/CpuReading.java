package dev.quintet.local.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * The CPU time used up to an instant, user and system, by the operating system's account.
 *
 * @param nanos the instant, by {@link System#nanoTime}
 * @param bench of this process, which feeds and watches
 * @param machine of all processes together; null where the operating system does not tell it in /proc
 */
record CpuReading(
        long nanos,
        Duration app,
        Duration broker,
        Duration bench,
        @Nullable Duration machine) {
    private static final Path STAT = Path.of("/proc/stat");
    private static final int IDLE = 3;
    private static final int WAITING = 4;
    private static final int STOLEN = 7;
    private static final long TICK_MILLIS = 10;

    static CpuReading now(ProcessHandle app, ProcessHandle broker) {
        return new CpuReading(System.nanoTime(), of(app), of(broker), of(ProcessHandle.current()), machineTotal());
    }

    /** The same of an app that is two processes. */
    static CpuReading now(ProcessHandle app, ProcessHandle broker, ProcessHandle views) {
        var both = of(app).plus(of(views));
        return new CpuReading(System.nanoTime(), both, of(broker), of(ProcessHandle.current()), machineTotal());
    }

    Duration since(CpuReading earlier) {
        return Duration.ofNanos(nanos - earlier.nanos);
    }

    /** How many cores others had since an earlier reading; empty where that is unknown. */
    OptionalDouble coresOfOthersSince(CpuReading earlier) {
        if (machine == null || earlier.machine == null) {
            return OptionalDouble.empty();
        }
        var ours = all().minus(earlier.all());
        var others = machine.minus(earlier.machine).minus(ours);
        return OptionalDouble.of(
                Math.max(0.0, (double) others.toNanos() / since(earlier).toNanos()));
    }

    private Duration all() {
        return app.plus(broker).plus(bench);
    }

    /** What a process has used since its start. */
    static Duration of(ProcessHandle process) {
        return process.info()
                .totalCpuDuration()
                .orElseThrow(() -> new IllegalStateException(
                        "The CPU time of process " + process.pid() + " is unknown: it ended, or the system hides it"));
    }

    /** The first line of the file: user, nice, system, idle, waiting for disks, interrupts, stolen; all in ticks. */
    private static @Nullable Duration machineTotal() {
        try (var lines = Files.lines(STAT)) {
            var fields = lines.findFirst().orElse("").trim().split("\\s+", -1);
            long ticks = 0;
            for (int field = 0; field <= STOLEN; field++) {
                if (field != IDLE && field != WAITING) {
                    ticks += Long.parseLong(fields[field + 1]);
                }
            }
            return Duration.ofMillis(ticks * TICK_MILLIS);
        } catch (IOException | NumberFormatException | ArrayIndexOutOfBoundsException e) {
            return null;
        }
    }
}
