package dev.quintet.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.junit.jupiter.api.Test;

/** What is done by the clock takes its part of the thread's time and no more. */
final class TurnsTest {
    private final MockProcessorContext<Void, Void> context = new MockProcessorContext<>();

    @Test
    void aTurnEndsWhenItsTimeIsOver() {
        var nanos = new AtomicLong();
        var turn = new Turn(Duration.ofMillis(50), nanos::get);
        assertThat(turn.goesOn()).isTrue();
        nanos.set(Duration.ofMillis(49).toNanos());
        assertThat(turn.goesOn()).isTrue();
        nanos.set(Duration.ofMillis(50).toNanos());
        assertThat(turn.goesOn()).isFalse();
    }

    @Test
    void aTurnBringsTheWorkOnHoweverSlowItIs() {
        var nanos = new AtomicLong();
        var turn = new Turn(Duration.ofMillis(50), nanos::get);
        nanos.set(Duration.ofHours(1).toNanos());
        assertThat(turn.goesOn()).isTrue();
        assertThat(turn.goesOn()).isFalse();
    }

    @Test
    void theTasksOfAThreadShareItsTimeEvenly() {
        var alone = Turns.every(Duration.ofSeconds(1), context, (_, _) -> {});
        long before = alone.begin().max().toNanos();
        var others = new ArrayList<Turns>(List.of(alone));
        for (int other = 0; other < 9; other++) {
            others.add(Turns.every(Duration.ofSeconds(1), context, (_, _) -> {}));
        }
        var sum = others.stream().map(turns -> turns.begin().max()).reduce(Duration.ZERO, Duration::plus);
        assertThat(sum).isLessThanOrEqualTo(Turns.THREAD_MAX);
        assertThat(others)
                .extracting(turns -> turns.begin().max())
                .containsOnly(alone.begin().max());
        others.subList(1, 10).forEach(Turns::close);
        assertThat(alone.begin().max().toNanos()).isEqualTo(before);
        alone.close();
        alone.close();
        assertThat(context.scheduledPunctuators()).allMatch(MockProcessorContext.CapturedPunctuator::cancelled);
    }
}
