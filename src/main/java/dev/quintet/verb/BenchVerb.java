package dev.quintet.verb;

import dev.quintet.local.bench.Bench;
import dev.quintet.local.bench.BenchJson;
import dev.quintet.local.bench.BenchPart;
import dev.quintet.local.bench.BenchPlan;
import dev.quintet.local.bench.BenchResult;
import dev.quintet.local.bench.BenchTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures what an order costs on this machine and how long its answer takes, and checks that the limit held. */
@Command(
        name = "bench",
        description = "Measure what an order costs on this machine, on a broker of its own, and check the limit.",
        footer = {
            "",
            "Exit code 3: the figures can't be trusted, because the machine was busy.",
            "Exit code 4: the limit did not hold, an order was lost, or a reader was told something wrong."
        },
        sortOptions = false)
public final class BenchVerb implements Callable<Integer> {
    private static final int NOISY = 3;
    private static final int WRONG = 4;

    @Option(names = "--json", paramLabel = "FILE", description = "Write every figure to this file, too.")
    private @Nullable Path json;

    @Option(
            names = "--orders",
            paramLabel = "N",
            description = "Orders to measure in the main steps, 10000 or more. Default: " + BenchPlan.ORDERS)
    private int orders = BenchPlan.ORDERS;

    @Option(
            names = "--only",
            paramLabel = "PART",
            split = ",",
            converter = BenchPartConverter.class,
            description = "Measure only this, one or more of: admission, latency, saga, mixed, confirmed, open-sagas,"
                    + " reads, visible, streams, views.")
    private Set<BenchPart> parts = Set.of();

    @Option(names = "--compare-stores", description = "Compare the window store with a key-value ring instead.")
    private boolean comparesStores;

    @Option(names = "--noisy", description = "Exit with 0 even when the machine was busy.")
    private boolean acceptsNoise;

    @Override
    public Integer call() throws Exception {
        if (orders < BenchPlan.ORDERS_MIN) {
            throw new StartException("--orders must be " + BenchPlan.ORDERS_MIN + " or more");
        }
        var home = Path.of(System.getProperty("quintet.home", "."), ".quintet");
        var folder = Files.createTempDirectory(Files.createDirectories(home), "bench-");
        try {
            var result = Bench.run(
                    new BenchPlan(orders, comparesStores, parts.isEmpty() ? EnumSet.allOf(BenchPart.class) : parts),
                    folder,
                    BenchVerb::say);
            BenchTable.of(result).forEach(System.out::println);
            if (json != null) {
                Files.writeString(json, BenchJson.of(result));
            }
            return outcome(result);
        } finally {
            delete(folder);
        }
    }

    private int outcome(BenchResult result) {
        result.violations().forEach(violation -> say("WRONG: " + violation));
        result.complaints().forEach(complaint -> say("not to be trusted: " + complaint));
        if (!result.violations().isEmpty()) {
            return WRONG;
        }
        return result.complaints().isEmpty() || acceptsNoise ? 0 : NOISY;
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static void say(String line) {
        System.err.println(line);
    }
}
