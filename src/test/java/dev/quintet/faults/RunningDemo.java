package dev.quintet.faults;

import static dev.quintet.harness.Hang.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.quintet.harness.ProcessUnderTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** A {@code quintet demo} without simulated customers, in a process of its own. */
final class RunningDemo implements AutoCloseable {
    private final Path data;
    private final ProcessUnderTest process;
    private final long begun = System.nanoTime();
    private Shop shop = new Shop("http://127.0.0.1:1");

    private RunningDemo(Path data, Function<String[], ProcessUnderTest> begin, String... options) {
        this.data = data;
        var arguments =
                new ArrayList<>(List.of("demo", "--data", data.toString(), "--port", "0", "--orders-per-second", "0"));
        arguments.addAll(List.of(options));
        process = begin.apply(arguments.toArray(String[]::new));
    }

    /** Starts one and does not wait. */
    static RunningDemo begin(Path data, String... options) {
        return new RunningDemo(data, ProcessUnderTest::quintet, options);
    }

    /** Starts one and waits until it says that it is ready. */
    static RunningDemo start(Path data, String... options) {
        return awaitReady(begin(data, options));
    }

    /** The same on a machine of another language, time zone and charset. */
    static RunningDemo startElsewhere(Path data) {
        return awaitReady(new RunningDemo(data, ProcessUnderTest::quintetElsewhere));
    }

    private static RunningDemo awaitReady(RunningDemo demo) {
        try {
            var ready = demo.process.awaitLine("Quintet is ready on ", PATIENCE);
            demo.shop = new Shop(ready.split(" ", 2)[0]);
            return demo;
        } catch (AssertionError e) {
            demo.close();
            throw e;
        }
    }

    Shop shop() {
        return shop;
    }

    ProcessUnderTest process() {
        return process;
    }

    /** The time from the start of the process to the first accepted order. */
    Duration awaitFirstAccepted() {
        var order = Posted.classic("first-" + UUID.randomUUID(), "first-" + UUID.randomUUID());
        await().pollInterval(Duration.ofMillis(10)).atMost(PATIENCE).until(() -> shop.introduce(order.customerId()));
        await().pollInterval(Duration.ofMillis(10))
                .atMost(PATIENCE)
                .until(() -> shop.post(order).join().status() == 201);
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    Load load(Ledger ledger, String prefix, SplittableRandom random) {
        return new Load(shop, ledger, prefix, random, Load.Pattern.RUSH);
    }

    Repetition repetition(Ledger ledger) {
        return new Repetition(shop, ledger);
    }

    OrderFacts facts() throws IOException {
        return OrderFacts.read(records());
    }

    CommittedRecords records() throws IOException {
        var endpoints = endpoints();
        return new CommittedRecords(endpoints.getProperty("bootstrap"), endpoints.getProperty("registry"));
    }

    String bootstrap() throws IOException {
        return endpoints().getProperty("bootstrap");
    }

    private Properties endpoints() throws IOException {
        var endpoints = new Properties();
        try (var in = Files.newInputStream(data.resolve("endpoints.properties"))) {
            endpoints.load(in);
        }
        return endpoints;
    }

    void kill9() {
        process.kill9();
    }

    /** Kills it some time after it printed a line; the process may have ended by itself. */
    void kill9After(String line, Duration more) {
        try {
            process.awaitLine(line, PATIENCE);
            CompletableFuture.runAsync(
                            process::kill9, CompletableFuture.delayedExecutor(more.toMillis(), TimeUnit.MILLISECONDS))
                    .join();
        } catch (CompletionException e) {
            throw new AssertionError(e);
        }
    }

    /** Asks it to stop, and gives the time that it took. */
    Duration stop() {
        long asked = System.nanoTime();
        process.terminate();
        assertThat(process.awaitExit(PATIENCE)).isIn(0, 143);
        return Duration.ofNanos(System.nanoTime() - asked);
    }

    @Override
    public void close() {
        shop.close();
        process.close();
    }
}
