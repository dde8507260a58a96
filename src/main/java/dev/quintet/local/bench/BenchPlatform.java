package dev.quintet.local.bench;

import dev.quintet.local.Endpoints;
import dev.quintet.local.LocalStartException;
import dev.quintet.wire.Clock;
import dev.quintet.wire.WireSerdes;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** A fresh broker and registry on loopback, the broker in a JVM of its own, so that its CPU time can be told from ours. */
final class BenchPlatform implements AutoCloseable {
    static final String BROKER_HEAP = "1g";
    static final String APP_HEAP = "1g";

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Path folder;
    private final ChildJvm process;
    private final Endpoints endpoints;

    private BenchPlatform(Path folder, ChildJvm process, Endpoints endpoints) {
        this.folder = folder;
        this.process = process;
        this.endpoints = endpoints;
    }

    /** Starts on an empty folder. */
    static BenchPlatform start(Path folder) {
        var data = folder.resolve("platform");
        var verb = List.of("platform", "--data", data.toString());
        var process = ChildJvm.start(BROKER_HEAP, Map.of(), folder.resolve("platform.log"), ChildJvm.QUINTET, verb);
        try {
            return new BenchPlatform(folder, process, awaitEndpoints(process, data));
        } catch (RuntimeException e) {
            process.close();
            throw e;
        }
    }

    String bootstrap() {
        return endpoints.bootstrap();
    }

    String registryUrl() {
        return endpoints.registryUrl();
    }

    /** What reads and writes values in the schemas of its registry. */
    WireSerdes serdes() {
        return new WireSerdes(Map.of("schema.registry.url", registryUrl()));
    }

    ProcessHandle broker() {
        return process.handle();
    }

    /** Where everything is written. */
    Path folder() {
        return folder;
    }

    /** Starts a program with the settings of production, for this broker. Its state is in a folder of that name. */
    ChildJvm startApp(String main, String name, Clock clock, List<String> arguments) {
        return startApp(main, name, clock, arguments, Map.of());
    }

    /** The same with further settings, by the names of their variables. */
    ChildJvm startApp(String main, String name, Clock clock, List<String> arguments, Map<String, String> settings) {
        return startApp(APP_HEAP, main, name, clock, arguments, settings);
    }

    /** The same with a heap of another size. */
    ChildJvm startApp(
            String heap, String main, String name, Clock clock, List<String> arguments, Map<String, String> settings) {
        var environment = new HashMap<>(settings);
        environment.putAll(Map.of(
                "QUINTET_BOOTSTRAP_SERVERS", bootstrap(),
                "QUINTET_SCHEMA_REGISTRY_URL", registryUrl(),
                "QUINTET_CLOCK", clock.name().toLowerCase(Locale.ROOT),
                "QUINTET_HTTP_PORT", "0",
                "QUINTET_STATE_DIR", folder.resolve("state").resolve(name).toString()));
        return ChildJvm.start(heap, environment, folder.resolve(name + ".log"), main, arguments);
    }

    private static Endpoints awaitEndpoints(ChildJvm process, Path data) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            var found = Endpoints.find(data);
            if (found.isPresent()) {
                return found.get();
            }
            process.requireAlive();
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
        throw new LocalStartException("The platform did not start within " + PATIENCE.toSeconds() + " s");
    }

    @Override
    public void close() {
        process.close();
    }
}
