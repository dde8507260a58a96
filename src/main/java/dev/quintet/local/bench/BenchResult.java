package dev.quintet.local.bench;

import static dev.quintet.local.bench.Target.Bound.AT_LEAST;
import static dev.quintet.local.bench.Target.Bound.AT_MOST;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything one run found.
 *
 * @param latency null when it was not measured
 * @param sagas what orders cost beyond their verdict
 * @param reads the read side
 */
public record BenchResult(
        Machine machine,
        List<StepFigures> steps,
        List<ProofFigures> proofs,
        @Nullable Latency latency,
        SagaResult sagas,
        ReadResult reads) {
    static final double PASS_THROUGHS_APART_MAX = 1.25;
    static final double OTHERS_MAX = 0.3;

    /** Why the figures can't be trusted: others were busy, or the machine changed under them. Empty when they can. */
    public List<String> complaints() {
        var complaints = new ArrayList<String>();
        var costs = passThroughs().mapToDouble(StepFigures::cpuMicrosPerRecord).summaryStatistics();
        if (costs.getMax() > PASS_THROUGHS_APART_MAX * costs.getMin()) {
            complaints.add(String.format(
                    Locale.ROOT,
                    "the two pass-throughs differ by %.0f %% in CPU, more than %.0f %%",
                    100 * (costs.getMax() / costs.getMin() - 1),
                    100 * (PASS_THROUGHS_APART_MAX - 1)));
        }
        var measured = new ArrayList<>(steps);
        measured.addAll(sagas.confirmations().stream().map(Confirmation::cost).toList());
        measured.addAll(reads.costs());
        for (var step : measured) {
            if (step.othersCores() != null && step.othersCores() > OTHERS_MAX) {
                complaints.add(String.format(
                        Locale.ROOT,
                        "others had %.2f cores during %s, more than %.2f",
                        step.othersCores(),
                        step.step(),
                        OTHERS_MAX));
            }
        }
        return complaints;
    }

    /** What came out wrong, naming the customer or the order; empty when nothing did. */
    public List<String> violations() {
        var violations = new ArrayList<String>();
        for (var proof : proofs) {
            if (proof.violation() != null) {
                violations.add(proof.step() + ": " + proof.violation());
            }
        }
        if (latency != null && latency.violation() != null) {
            violations.add("latency: " + latency.violation());
        }
        violations.addAll(sagas.violations());
        violations.addAll(reads.violations());
        return violations;
    }

    /** CPU of a step's record beside the mean of the two pass-throughs. */
    double cpuRatio(StepFigures step) {
        return step.cpuMicrosPerRecord() / baseline(StepFigures::cpuMicrosPerRecord);
    }

    double rateRatio(StepFigures step) {
        return step.recordsPerSecond() / baseline(StepFigures::recordsPerSecond);
    }

    /** The figures that are to be reached; those of steps that did not run are left out. */
    List<Target> targets() {
        var targets = new ArrayList<Target>();
        var happy = step(Bench.HAPPY);
        if (happy != null) {
            targets.add(new Target("CPU of an order / of a record passed through", cpuRatio(happy), AT_MOST, 2.5));
            targets.add(new Target("orders/s / records/s passed through", rateRatio(happy), AT_LEAST, 0.40));
        }
        var few = step(Bench.FEW);
        var many = step(Bench.MANY);
        if (few != null && many != null) {
            double growth = many.cpuMicrosPerRecord() / few.cpuMicrosPerRecord();
            targets.add(new Target("CPU with 1,000,000 customers / with 10,000", growth, AT_MOST, 1.3));
        }
        if (latency != null) {
            targets.add(new Target("POST to 201, p50 ms", latency.waited().p50Millis(), AT_MOST, 20));
            targets.add(new Target("POST to 201, p99 ms", latency.waited().p99Millis(), AT_MOST, 55));
        }
        var saga = step(Bench.SAGA);
        if (saga != null) {
            targets.add(
                    new Target("CPU of an order to its end / of a record passed through", cpuRatio(saga), AT_MOST, 22));
            targets.add(
                    new Target("orders to their end/s / records/s passed through", rateRatio(saga), AT_LEAST, 0.045));
        }
        targets.addAll(sagas.targets());
        targets.addAll(reads.targets());
        return targets;
    }

    private double baseline(ToDoubleFunction<StepFigures> figure) {
        return passThroughs().mapToDouble(figure).average().orElse(Double.NaN);
    }

    private Stream<StepFigures> passThroughs() {
        return steps.stream().filter(step -> step.step().startsWith(Bench.PASS_THROUGH));
    }

    private @Nullable StepFigures step(String name) {
        return steps.stream()
                .filter(step -> step.step().equals(name))
                .findFirst()
                .orElse(null);
    }
}
