package dev.quintet.verb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.verb.GenerationLag.Progress;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class RebuildFiguresTest {
    @Test
    void timeLeftFollowsFromThePace() {
        var figures = new RebuildFigures(false);

        assertThat(line(figures, 0, 10_000, 0)).isEqualTo("0 %: 0 of 10,000 records, 10,000 behind, 0 a second");
        assertThat(line(figures, 2_500, 10_000, 1))
                .isEqualTo("25 %: 2,500 of 10,000 records, 7,500 behind, 2,500 a second, 3 s left");
    }

    @Test
    void paceIsThatOfTheLastSecondsAndNotOfTheStart() {
        var figures = new RebuildFigures(false);
        line(figures, 0, 100_000, 0);
        line(figures, 1_000, 100_000, 11);

        assertThat(line(figures, 21_000, 100_000, 21)).contains("2,000 a second, 40 s left");
    }

    @Test
    void barIsDrawnOnATerminal() {
        assertThat(line(new RebuildFigures(true), 5, 10, 0)).startsWith("[###############---------------] 50 %");
        assertThat(line(new RebuildFigures(true), 0, 0, 0)).startsWith("[##############################] 100 %");
    }

    private static String line(RebuildFigures figures, long done, long all, long seconds) {
        return figures.line(
                new Progress(done, all, true), Duration.ofSeconds(seconds).toNanos());
    }
}
