package dev.quintet.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.harness.Seeds;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rows are kept as long as was promised and not much longer, whatever the rush. */
final class SweepTest {
    /** So that a test has the rows of a retention; what holds for a minute at a pace holds for a month. */
    private static final Duration RETENTION = Duration.ofMinutes(5);

    private final RandomGenerator random = Seeds.random("SweepTest");
    private final MockProcessorContext<Void, Void> context = new MockProcessorContext<>();
    private final KeyValueStore<String, Long> endedAt = Stores.keyValueStoreBuilder(
                    Stores.inMemoryKeyValueStore("rows"), Serdes.String(), Serdes.Long())
            .withLoggingDisabled()
            .build();
    private Sweep<Long> sweep = begin();
    private int rows;
    private long second;

    @BeforeEach
    void open() {
        endedAt.init(context.getStateStoreContext(), endedAt);
    }

    @AfterEach
    void close() {
        endedAt.close();
    }

    @Test
    void aRushOfOrdersIsForgottenInTimeToo() {
        int perSecond = 100;
        for (second = 0; second < 3 * RETENTION.toSeconds(); second++) {
            come(perSecond);
            sweep.goOn(second * 1_000, unbounded());
            assertThat(endedAt.approximateNumEntries()).isLessThan(RETENTION.toSeconds() * perSecond * 3 / 2);
        }
        assertThat(endedAt.approximateNumEntries()).isGreaterThanOrEqualTo(RETENTION.toSeconds() * perSecond);
    }

    @Test
    void whatEndedALittleLessThanTheRetentionAgoStays() {
        come(1_000);
        for (second = 0; second <= RETENTION.toSeconds(); second++) {
            sweep.goOn(second * 1_000, unbounded());
        }
        assertThat(endedAt.approximateNumEntries()).isEqualTo(1_000);
    }

    @Test
    void oneTurnTakesNoMoreThanItsPart() {
        come(50_000);
        second = RETENTION.toSeconds() + 1;
        sweep.goOn(second * 1_000, unbounded());
        assertThat(endedAt.approximateNumEntries()).isEqualTo(50_000 - Sweep.ROWS_MAX);
        sweep.goOn(second * 1_000, turnOf(10));
        assertThat(endedAt.approximateNumEntries()).isEqualTo(50_000 - Sweep.ROWS_MAX - 10);
        for (int turn = 0; turn < 100; turn++) {
            sweep.goOn(second * 1_000, unbounded());
        }
        assertThat(endedAt.approximateNumEntries()).isZero();
    }

    @Test
    void startsThatFollowOneAnotherSoonLeaveNoRowOutForEver() {
        come(2_000);
        second = RETENTION.toSeconds() + 1;
        for (int start = 0; start < 2_000 && endedAt.approximateNumEntries() > start / 10; start++) {
            sweep = begin();
            var key = "row-" + random.nextInt(1_000_000_000);
            sweep.came(key);
            sweep.goOn(second * 1_000, unbounded());
        }
        assertThat(endedAt.approximateNumEntries()).isLessThan(100);
    }

    private Sweep<Long> begin() {
        return new Sweep<>(endedAt, RETENTION, Instant::ofEpochMilli, key -> endedAt.delete(key));
    }

    private void come(int count) {
        for (int one = 0; one < count; one++) {
            var key = "row-" + random.nextInt(1_000_000_000) + "-" + rows++;
            endedAt.put(key, second * 1_000);
            sweep.came(key);
        }
    }

    private static Turn unbounded() {
        return new Turn(Duration.ofDays(1), () -> 0);
    }

    private static Turn turnOf(int things) {
        return new Turn(Duration.ofNanos(things), new AtomicLong()::getAndIncrement);
    }
}
