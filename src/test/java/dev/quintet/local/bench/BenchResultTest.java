package dev.quintet.local.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class BenchResultTest {
    private static final Machine MACHINE = new Machine(Instant.EPOCH, 2, "any", "any", "4.3.1", "1g", "1g", "none");

    @Test
    void ratiosAreToTheMeanOfThePassThroughs() {
        // given
        var happy = step(Bench.HAPPY, 8, 50_000, 0.0);
        var result = result(
                step("pass-through-first", 3.6, 90_000, 0.0), happy, step("pass-through-last", 4.4, 110_000, 0.0));

        // then
        assertThat(result.cpuRatio(happy)).isEqualTo(2.0);
        assertThat(result.rateRatio(happy)).isEqualTo(0.5);
        assertThat(result.targets()).hasSize(2).allMatch(Target::isMet);
        assertThat(result.complaints()).isEmpty();
    }

    @Test
    void passThroughsThatDifferAreNotTrusted() {
        // when
        var result = result(step("pass-through-first", 4, 1, 0.0), step("pass-through-last", 5.2, 1, 0.0));

        // then
        assertThat(result.complaints()).singleElement().asString().contains("differ by 30 %");
    }

    @Test
    void aBusyMachineIsNotTrusted() {
        // when
        var result = result(step("pass-through-first", 4, 1, 0.31), step("pass-through-last", 4, 1, null));

        // then
        assertThat(result.complaints()).singleElement().asString().contains("0.31 cores during pass-through-first");
    }

    @Test
    void everythingIsInTheJson() {
        // when
        var json = BenchJson.of(result(step("pass-through-first", 4, 1, null), step(Bench.HAPPY, 12, 1, null)));

        // then
        assertThat(json)
                .contains("\"cpuRatio\" : 3.0", "\"met\" : false", "\"latency\" : null", "\"othersCores\" : null");
    }

    @Test
    void howLongWasWaitedIsInTheJsonBeforeWhatWentWrong() {
        // given
        var waited = new Percentiles(1.5, 2.5, 3.5, 4.5);
        var cost = step("confirmed", 4, 1, null);
        var latency = new Latency(200, 1, new TreeMap<>(Map.of("201", 1)), waited, null);
        var confirmation = new Confirmation(cost, 100, 1, new TreeMap<>(Map.of("201", 1)), waited, null);

        // when
        var json = BenchJson.of(new BenchResult(
                MACHINE,
                List.of(),
                List.of(),
                latency,
                new SagaResult(List.of(), List.of(confirmation), null),
                ReadResult.NONE));

        // then
        var fields =
                "\"p50Millis\" : 1.5, \"p90Millis\" : 2.5, \"p99Millis\" : 3.5, \"maxMillis\" : 4.5, \"violation\"";
        assertThat(json.replaceAll("\\s+", " ").split(fields, -1)).hasSize(3);
    }

    private static BenchResult result(StepFigures... steps) {
        return new BenchResult(MACHINE, List.of(steps), List.of(), null, SagaResult.NONE, ReadResult.NONE);
    }

    private static StepFigures step(String name, double cpuMicros, double rate, @Nullable Double others) {
        return new StepFigures(name, 1, rate, cpuMicros / 4, cpuMicros * 3 / 4, others);
    }
}
