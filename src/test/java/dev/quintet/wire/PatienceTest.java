package dev.quintet.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.internals.KafkaFutureImpl;
import org.junit.jupiter.api.Test;

/** Who is slow is waited for, who is silent is not. */
final class PatienceTest {
    private final List<String> told = new ArrayList<>();
    private long now;
    private long sign;

    private final Patience patience = new Patience(Duration.ofSeconds(60), told::add, () -> now);

    @Test
    void whoGivesASignOfLifeIsWaitedForHoweverLongItTakes() {
        var wait = patience.begin("the broker", () -> sign);

        for (int minute = 0; minute < 60; minute++) {
            pass(59);
            sign++;
            assertThat(wait.isOver()).isFalse();
        }

        assertThat(wait.soFar()).isEqualTo(Duration.ofMinutes(59));
    }

    @Test
    void whoIsSilentForTheWholeTimeIsGivenUp() {
        var wait = patience.begin("the broker at kafka:9092", () -> sign);
        pass(60);
        wait.goOn();

        pass(1);

        assertThatThrownBy(wait::goOn)
                .isInstanceOf(SilenceException.class)
                .hasMessage("Nothing came from the broker at kafka:9092 for 60 s");
    }

    @Test
    void whatCameBeforeTheWaitIsNoSignOfLifeInIt() {
        sign = 4_711;
        var wait = patience.begin("the broker", () -> sign);

        pass(61);

        assertThat(wait.isOver()).isTrue();
    }

    @Test
    void howItGoesIsToldEveryFiveSeconds() {
        var wait = patience.begin("a verdict");

        for (int second = 0; second < 11; second++) {
            pass(1);
            wait.goOn();
        }

        assertThat(told)
                .containsExactly(
                        "waiting for a verdict for 5 s now; given up when nothing comes for 60 s",
                        "waiting for a verdict for 10 s now; given up when nothing comes for 60 s");
    }

    @Test
    void answerOfABrokerThatTakesLongerThanThePatienceIsTakenAsLongAsBytesCome() throws Exception {
        var answer = new KafkaFutureImpl<String>();
        var wait = patience.begin("the broker", () -> {
            // Each look is half a minute later, and a byte more has come.
            pass(30);
            sign++;
            if (sign == 10) {
                answer.complete("at last");
            }
            return sign;
        });

        assertThat(BrokerAnswers.await(answer, wait)).isEqualTo("at last");
        assertThat(wait.soFar()).isGreaterThan(Duration.ofMinutes(4));
    }

    private void pass(long seconds) {
        now += Duration.ofSeconds(seconds).toNanos();
    }
}
