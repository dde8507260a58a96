package dev.quintet.domain.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class DemandTest {
    private static final long NOON = 1_800_000_000_000L - Math.floorMod(1_800_000_000_000L, 3_600_000L);

    private final Map<Long, Long> pieces = new HashMap<>();

    @Test
    void nobodyOrdered() {
        assertThat(demand()).isEqualTo(new Demand(0, 0));
    }

    @Test
    void whatWasOrderedInTheLastFiveMinutesIsRecent() {
        given(4, 30);
        given(0, 12);

        assertThat(demand().recent()).isEqualTo(42);
    }

    @Test
    void whatWasFirstOrderedJustNowIsNothingUnusual() {
        given(0, 500);

        assertThat(demand()).isEqualTo(new Demand(500, 500));
    }

    @Test
    void usualIsTheAverageSinceTheFirstOrder() {
        for (int minute = 1; minute <= 20; minute++) {
            given(minute, 10);
        }

        assertThat(demand()).isEqualTo(new Demand(40, 50));
    }

    @Test
    void whatIsOlderThanAnHourIsForgotten() {
        given(60, 1_000);
        given(61, 1_000);

        assertThat(demand()).isEqualTo(new Demand(0, 0));
    }

    @Test
    void minutesAreTheSameForEverybody() {
        assertThat(Demand.bucketOf(NOON + 59_999)).isEqualTo(NOON);
        assertThat(Demand.bucketOf(NOON + 60_000)).isEqualTo(NOON + 60_000);
    }

    private void given(int minutesAgo, long ordered) {
        pieces.put(NOON - Duration.ofMinutes(minutesAgo).toMillis(), ordered);
    }

    private Demand demand() {
        return Demand.at(NOON, pieces);
    }
}
