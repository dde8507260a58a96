package dev.quintet.http;

import static dev.quintet.harness.Hang.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quintet.harness.OrderBuilder;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Who waits for a verdict is told once, and forgotten however the wait ends. */
final class AwaitedVerdictsTest {
    private final AwaitedVerdicts awaited = new AwaitedVerdicts();

    @Test
    void verdictReachesWhoWaitsForItAndNobodyElse() {
        var mine = awaited.await("1");
        var other = awaited.await("2");
        var verdict = SampleVerdicts.accepted(OrderBuilder.anOrder().build());

        awaited.arrived("1", verdict);
        awaited.arrived("unknown", verdict);

        assertThat(mine).isCompletedWithValue(verdict);
        assertThat(other).isNotDone();
        assertThat(awaited.size()).isEqualTo(1);
    }

    @Test
    void waitThatIsCancelledOrTimesOutIsForgotten() {
        awaited.await("1").cancel(false);
        var _ = awaited.await("2").orTimeout(1, TimeUnit.MILLISECONDS);

        Awaitility.await().atMost(PATIENCE).until(() -> awaited.size() == 0);
        assertThat(awaited.isAwaited("1")).isFalse();
    }

    @Test
    void noMoreWaitThanMemoryIsMeantFor() {
        for (int i = 0; i < AwaitedVerdicts.SIZE_MAX; i++) {
            var _ = awaited.await("w" + i);
        }

        assertThatThrownBy(() -> awaited.await("one more")).isInstanceOf(IntakeUnavailableException.class);
        assertThat(awaited.size()).isEqualTo(AwaitedVerdicts.SIZE_MAX);
    }

    @Test
    void everybodyIsToldWhenNoVerdictWillCome() {
        var waiting = awaited.await("1");

        awaited.giveUp(new IntakeUnavailableException("closed", null));

        assertThat(waiting).isCompletedExceptionally();
        assertThat(awaited.size()).isZero();
    }
}
