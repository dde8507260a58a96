package dev.quintet.faults;

import static dev.quintet.harness.Hang.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.quintet.harness.ProcessUnderTest;
import dev.quintet.wire.Clock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/** {@code quintet run}, of orders and views unless told otherwise, in a process of its own, with a menu and a promotion of five orders a day. */
final class RunningServices implements AutoCloseable {
    private final ProcessUnderTest process;
    private final Shop shop;

    private RunningServices(ProcessUnderTest process, Shop shop) {
        this.process = process;
        this.shop = shop;
    }

    /**
     * Creates the topics and starts both services.
     *
     * @param folder for their state and their settings
     * @param more settings beyond those every test needs
     */
    static RunningServices start(Path folder, String bootstrap, String registry, Map<String, String> more)
            throws Exception {
        return start(folder, bootstrap, registry, more, List.of("orders", "views"));
    }

    /** The same with other services, views among them. */
    static RunningServices start(
            Path folder, String bootstrap, String registry, Map<String, String> more, List<String> services)
            throws Exception {
        var settings = new HashMap<>(Map.of(
                "bootstrap.servers",
                bootstrap,
                "schema.registry.url",
                registry,
                "state.dir",
                folder.resolve("state").toString(),
                "http.port",
                "0"));
        settings.putAll(more);
        Deployment.createTopics(bootstrap, clock(settings));
        var file = Deployment.writeSettings(folder.resolve("services.properties"), settings);
        var process =
                ProcessUnderTest.quintet(Stream.of(Stream.of("run"), services.stream(), Stream.of("--config", file))
                        .flatMap(Function.identity())
                        .toArray(String[]::new));
        try {
            var port = process.awaitLine(services + " running, HTTP on port ", PATIENCE);
            var running = new RunningServices(process, new Shop("http://127.0.0.1:" + port));
            running.seed();
            return running;
        } catch (AssertionError e) {
            process.close();
            throw e;
        }
    }

    private static Clock clock(Map<String, String> settings) {
        return settings.getOrDefault("clock", "broker").equals("event") ? Clock.EVENT : Clock.BROKER;
    }

    private void seed() {
        Deployment.announce(shop, "classic");
        awaitAccepting(PATIENCE);
    }

    /** Publishes reference data, and again for as long as it is told to come back later. */
    void publish(String path, String json) {
        await().atMost(PATIENCE).until(() -> {
            int status = shop.put(path, json).status();
            assertThat(status).isIn(200, 201, 503);
            return status != 503;
        });
    }

    Shop shop() {
        return shop;
    }

    /** Waits until somebody new gets an order through, and gives how long that took. */
    Duration awaitAccepting(Duration patience) {
        long begun = System.nanoTime();
        await().pollInterval(Duration.ofMillis(100)).atMost(patience).until(() -> {
            // With an address, so that the order comes to an end where all services run.
            var customerId = UUID.randomUUID().toString();
            var order = Posted.classic(UUID.randomUUID().toString(), customerId);
            return shop.introduce(customerId) && shop.post(order).join().status() == 201;
        });
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    /** That the process runs, and none of its stream threads ever died. */
    void assertUnharmed() {
        assertAlive();
        assertThat(linesWith("stream thread died")).isEmpty();
    }

    void assertAlive() {
        assertThat(shop.get("/health/live").status()).as("live").isEqualTo(200);
        assertThat(linesWith("die again and again")).isEmpty();
    }

    boolean isReady() {
        return shop.get("/health/ready").status() == 200;
    }

    List<String> linesWith(String part) {
        return process.lines().stream().filter(line -> line.contains(part)).toList();
    }

    ProcessUnderTest process() {
        return process;
    }

    @Override
    public void close() {
        shop.close();
        process.close();
    }
}
