package dev.quintet.local.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The figures for people. */
public final class BenchTable {
    private BenchTable() {}

    /** The lines to print. */
    public static List<String> of(BenchResult result) {
        var lines = new ArrayList<String>();
        var machine = result.machine();
        lines.add(String.format(
                Locale.ROOT,
                "%s   %d cores, %s, Kafka %s, %s",
                machine.measuredAt(),
                machine.cores(),
                machine.jvm(),
                machine.kafka(),
                machine.durability()));
        lines.add("broker in a JVM of its own, heap %s; app heap %s; CPU in us a record, user and system"
                .formatted(machine.brokerHeap(), machine.appHeap()));
        lines.add("");
        lines.add("%-26s %9s %10s %8s %7s %7s %7s %7s %7s"
                .formatted("step", "records", "records/s", "broker", "app", "both", "x CPU", "x rate", "others"));
        for (var step : result.steps()) {
            lines.add(row(result, step));
        }
        lines.add("");
        result.proofs().forEach(proof -> lines.add("%-26s %s".formatted(proof.step(), proof.inWords())));
        var latency = result.latency();
        if (latency != null) {
            lines.add(latency.inWords());
        }
        result.sagas().outcomes().forEach(outcome -> {
            lines.add("%-26s %s".formatted(outcome.step(), outcome.inWords()));
            if (outcome.cost() != null) {
                lines.add("%-26s %s".formatted("", outcome.cost().inWords()));
            }
        });
        result.sagas().confirmations().forEach(confirmation -> lines.add(confirmation.inWords()));
        if (result.sagas().open() != null) {
            lines.add(result.sagas().open().inWords());
        }
        lines.addAll(result.reads().inWords());
        lines.add("");
        result.targets().forEach(target -> lines.add(target.inWords()));
        return lines;
    }

    private static String row(BenchResult result, StepFigures step) {
        var others = step.othersCores();
        return String.format(
                Locale.ROOT,
                "%-26s %,9d %,10.0f %8.1f %7.1f %7.1f %7.2f %7.4f %7s",
                step.step(),
                step.records(),
                step.recordsPerSecond(),
                step.brokerMicrosPerRecord(),
                step.appMicrosPerRecord(),
                step.cpuMicrosPerRecord(),
                result.cpuRatio(step),
                result.rateRatio(step),
                others == null ? "?" : String.format(Locale.ROOT, "%.2f", others));
    }
}
