package dev.quintet.verb;

import dev.quintet.local.bench.Bench;
import dev.quintet.local.bench.BenchPlan;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures what an order costs on this machine, and whether the limit held. */
@Command(name = "bench", description = "Measure what an order costs on this machine.", sortOptions = false)
public final class BenchVerb implements Callable<Integer> {
    @Option(names = "--json", paramLabel = "FILE", description = "Write every figure to this file, too.")
    private @Nullable Path json;

    @Option(names = "--orders", paramLabel = "N", description = "Orders of the main steps. Default: ${DEFAULT-VALUE}")
    private int orders = BenchPlan.ORDERS;

    @Option(names = "--compare-stores", description = "Hold the window store against a key-value ring instead.")
    private boolean comparesStores;

    @Override
    public Integer call() throws Exception {
        var folder = Files.createTempDirectory("quintet-bench");
        var result = Bench.run(new BenchPlan(orders, comparesStores), folder, System.err::println);
        if (json != null) {
            Files.writeString(json, result.toString());
        }
        System.out.println(result);
        return 0;
    }
}
