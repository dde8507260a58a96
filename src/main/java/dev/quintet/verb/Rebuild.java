package dev.quintet.verb;

import dev.quintet.operations.Settings;
import dev.quintet.verb.GenerationLag.Progress;
import dev.quintet.wire.ViewsGeneration;
import dev.quintet.wire.WireSerdes;
import java.time.Duration;
import java.util.Locale;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/** Runs a generation of the views in this process until it has caught up, without readers. */
record Rebuild(ViewsGeneration generation, GenerationLag lag, ChangingLine line) {
    private static final Duration LOOK = Duration.ofMillis(200);

    /** While orders go on, what is under way never comes to nothing: so near, for so long, is there. */
    private static final long NEAR_RECORDS = 1_000;

    private static final Duration NEAR_FOR = Duration.ofSeconds(2);

    /** False when it was told to stop before it was done. */
    boolean run(Until until, Settings settings) throws InterruptedException {
        var figures = new RebuildFigures(line.isOnTerminal());
        long begun = System.nanoTime();
        var views = RunningViews.start(
                generation, settings, new WireSerdes(settings.serdeConfigs()), null, (_, _) -> {}, _ -> {});
        try (var runner = views.runner()) {
            long near = -1;
            while (!until.stopped(runner::isLive, LOOK)) {
                if (!runner.isLive()) {
                    throw new VerbException("views " + generation + " failed for good; the log says why");
                }
                var progress = progress();
                long now = System.nanoTime();
                if (progress == null || !runner.isRunning()) {
                    line.tellNowAndThen(
                            () -> "waiting for the views to take their partitions (" + runner.state() + ")");
                    continue;
                }
                line.tellNowAndThen(() -> figures.line(progress, now));
                near = progress.behind() > NEAR_RECORDS ? -1 : near < 0 ? now : near;
                if (progress.behind() == 0 || (near >= 0 && now - near > NEAR_FOR.toNanos())) {
                    line.say(String.format(
                            Locale.ROOT,
                            "caught up after %d s: %,d records, %,d behind",
                            Duration.ofNanos(now - begun).toSeconds(),
                            progress.done(),
                            progress.behind()));
                    return true;
                }
            }
            return false;
        }
    }

    /** Null while no broker answers, which Kafka Streams outlasts too. */
    private @Nullable Progress progress() throws InterruptedException {
        try {
            return lag.progress();
        } catch (KafkaException _) {
            return null;
        }
    }
}
