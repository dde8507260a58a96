package dev.quintet.local.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class SagaChangelogTest {
    private static final long NOW = Duration.ofDays(20_000).toMillis();

    private final Workload workload = new Workload("test", 10, 50, Duration.ofHours(4), 0);

    @Test
    void sagasAreAsFarAsTheRepliesThatTheyGot() {
        for (int replies = 0; replies <= 3; replies++) {
            // when
            var saga = SagaChangelog.saga(workload.order(7), workload.placedAt(7), NOW, replies);

            // then
            assertThat(saga.confirmed()).isEqualTo(replies == 3);
            assertThat(saga.dueAt()).isBetween(NOW + 5_000, NOW + 5_500);
        }
    }
}
