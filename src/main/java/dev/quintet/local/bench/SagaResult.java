package dev.quintet.local.bench;

import static dev.quintet.local.bench.Target.Bound.AT_MOST;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was found about orders beyond their verdict.
 *
 * @param open null when it was not measured
 */
record SagaResult(
        List<SagaFigures> outcomes,
        List<Confirmation> confirmations,
        @Nullable OpenSagaFigures open) {
    static final SagaResult NONE = new SagaResult(List.of(), List.of(), null);

    List<String> violations() {
        var violations = new ArrayList<String>();
        for (var outcome : outcomes) {
            add(violations, outcome.step(), outcome.violation());
        }
        for (var confirmation : confirmations) {
            add(violations, confirmation.step(), confirmation.violation());
        }
        if (open != null) {
            add(violations, "open sagas", open.violation());
        }
        return violations;
    }

    List<Target> targets() {
        var targets = new ArrayList<Target>();
        for (var confirmation : confirmations) {
            if (confirmation.step().equals(ConfirmedStep.HAPPY)) {
                targets.add(new Target(
                        "POST to CONFIRMED, p50 ms", confirmation.waited().p50Millis(), AT_MOST, 150));
                targets.add(new Target(
                        "POST to CONFIRMED, p99 ms", confirmation.waited().p99Millis(), AT_MOST, 500));
            }
        }
        if (open != null) {
            targets.add(new Target("punctuation with 1,000,000 open sagas, ms", open.punctuationMillis(), AT_MOST, 1));
            targets.add(new Target("restart with 1,000,000 open sagas, s", open.restartSeconds(), AT_MOST, 15));
        }
        return targets;
    }

    private static void add(List<String> violations, String step, @Nullable String violation) {
        if (violation != null) {
            violations.add(step + ": " + violation);
        }
    }
}
