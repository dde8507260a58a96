package dev.quintet.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.quintet.faults.Ledger.Knowledge;
import dev.quintet.harness.ProcessUnderTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Properties;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** A {@code quintet demo} without simulated customers, in a process of its own. */
final class RunningDemo implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int IN_FLIGHT_MAX = 32;

    private final Path data;
    private final ProcessUnderTest process;
    private final long begun = System.nanoTime();
    private Shop shop = new Shop("http://127.0.0.1:1");

    private RunningDemo(Path data, String... options) {
        this.data = data;
        var arguments =
                new ArrayList<>(List.of("demo", "--data", data.toString(), "--port", "0", "--orders-per-second", "0"));
        arguments.addAll(List.of(options));
        process = ProcessUnderTest.quintet(arguments.toArray(String[]::new));
    }

    /** Starts one and does not wait. */
    static RunningDemo begin(Path data, String... options) {
        return new RunningDemo(data, options);
    }

    /** Starts one and waits until it says that it is ready. */
    static RunningDemo start(Path data, String... options) {
        var demo = begin(data, options);
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
        return new Load(shop, ledger, prefix, random);
    }

    /** Sends everything that was ever judged or taken again: it must be known, and judged as it was. */
    void requireSameVerdicts(Ledger ledger) {
        var known = ledger.entries().stream()
                .filter(entry -> entry.knowledge() != Knowledge.NOTHING)
                .toList();
        resend(ledger, known, true);
        assertThat(ledger.contradictions()).isEmpty();
    }

    /** Sends what nobody knows the fate of again, until each order has a verdict. */
    void settle(Ledger ledger) {
        await().atMost(PATIENCE).until(() -> {
            resend(
                    ledger,
                    ledger.entries().stream()
                            .filter(entry -> entry.knowledge() != Knowledge.JUDGED)
                            .toList(),
                    false);
            return ledger.count(Knowledge.JUDGED) == ledger.entries().size();
        });
    }

    private void resend(Ledger ledger, Collection<Ledger.Entry> entries, boolean mustBeKnown) {
        var inFlight = new Semaphore(IN_FLIGHT_MAX);
        var brokenOff = new AtomicBoolean();
        var all = entries.stream()
                .map(entry -> {
                    inFlight.acquireUninterruptibly();
                    return shop.post(entry.order()).handle((answer, failure) -> {
                        inFlight.release();
                        if (failure != null) {
                            brokenOff.set(true);
                            return null;
                        }
                        ledger.answered(entry.order(), answer);
                        if (mustBeKnown && answer.isVerdict() && !answer.isDuplicate()) {
                            ledger.contradiction(entry + " was forgotten, and now is told " + answer);
                        }
                        return null;
                    });
                })
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(all).join();
        assertThat(brokenOff).as("a connection broke without a crash").isFalse();
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
