package dev.quintet.local.bench;

import dev.quintet.operations.SettingsLoader;
import dev.quintet.operations.StreamsRunner;
import dev.quintet.wire.WireSerdes;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/**
 * The process that runs the topology of one step and nothing else: the bench's own work is not charged to it, and it has
 * compiled nothing that an earlier step ran, so the steps can be compared.
 */
final class BenchStep {
    private BenchStep() {}

    /** Runs until it is told to stop. Arguments: a {@link BenchTopology}, an application id; settings as variables. */
    public static void main(String[] arguments) throws InterruptedException {
        var settings = SettingsLoader.load(null, System.getenv(), Map.of());
        var topology = BenchTopology.valueOf(arguments[0]).build(new WireSerdes(settings.serdeConfigs()));
        var runner = StreamsRunner.start(arguments[1], topology, settings);
        Runtime.getRuntime().addShutdownHook(new Thread(runner::close, "stop"));
        new CountDownLatch(1).await();
    }
}
