package dev.quintet.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.domain.limit.SlotEntry;
import dev.quintet.domain.limit.SlotStatus;
import dev.quintet.domain.limit.SlotWindow;
import dev.quintet.harness.Seeds;
import dev.quintet.wire.StubRegistry;
import dev.quintet.wire.WireSerdes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.state.WindowStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A window that is passed over must hold nothing, whatever was written when, and whenever the task began anew. */
final class RecentIdsTest {
    private static final Duration TEN_DAYS = Duration.ofDays(10);
    private static final Duration RETENTION = Duration.ofDays(13);
    private static final long DAY = SlotWindow.LENGTH.toMillis();
    private static final long TODAY = 20_000 * DAY;

    private final StubRegistry registry = StubRegistry.start();
    private final MockProcessorContext<Void, Void> context = new MockProcessorContext<>();
    private final WindowStore<String, SlotWindow> store = Stores.windowStoreBuilder(
                    Stores.inMemoryWindowStore("slots", RETENTION, SlotWindow.LENGTH, false),
                    Serdes.String(),
                    new WireSerdes(registry.configs()).slotWindow())
            .withLoggingDisabled()
            .build();

    @BeforeEach
    void open() {
        store.init(context.getStateStoreContext(), store);
    }

    @AfterEach
    void close() {
        store.close();
        registry.close();
    }

    @Test
    void whatWasWrittenIsNeverDenied() {
        var random = Seeds.random("RecentIdsTest");
        var written = new ArrayList<SlotEntry>();
        long newest = Long.MIN_VALUE;
        var recent = RecentIds.of(store, newest, TEN_DAYS, RETENTION);
        long today = TODAY;
        for (int step = 0; step < 2_000; step++) {
            today += random.nextInt(300) == 0 ? DAY * random.nextInt(1, 7) : 0;
            long start = today - DAY * random.nextInt(12);
            var entry = entry("order-" + step, start);
            write(recent, entry);
            written.add(entry);
            newest = Math.max(newest, start);
            if (random.nextInt(100) == 0) {
                recent = RecentIds.of(store, newest, TEN_DAYS, RETENTION);
            }
            // However far the walk has come.
            recent.goOn(turnOf(random.nextInt(1, 100)));
            var some = written.get(random.nextInt(written.size()));
            assertThat(recent.mayHold(some.placedAtMillis(), IdFilter.hash(some.orderId())))
                    .isTrue();
            assertThat(recent.mayHold(some.placedAtMillis(), IdFilter.hash(customerOf(some))))
                    .isTrue();
        }
    }

    @Test
    void whatWasNotWrittenIsDeniedBeforeAndAfterTheTaskBeginsAnew() {
        var recent = RecentIds.of(store, Long.MIN_VALUE, TEN_DAYS, RETENTION);
        write(recent, entry("order-1", TODAY));
        var anew = RecentIds.of(store, TODAY, TEN_DAYS, RETENTION);
        anew.goOn(turnOf(Integer.MAX_VALUE));
        for (var either : List.of(recent, anew)) {
            assertThat(either.mayHold(TODAY, IdFilter.hash("order-2"))).isFalse();
            assertThat(either.mayHold(TODAY - DAY, IdFilter.hash("order-1"))).isFalse();
            assertThat(either.mayHold(TODAY + DAY, IdFilter.hash("order-1"))).isFalse();
        }
    }

    @Test
    void aWindowOlderThanTheMemoryIsAlwaysLookedFor() {
        var recent = RecentIds.of(store, Long.MIN_VALUE, TEN_DAYS, RETENTION);
        write(recent, entry("order-1", TODAY));
        assertThat(recent.mayHold(TODAY - 12 * DAY, IdFilter.hash("order-1"))).isFalse();
        assertThat(recent.mayHold(TODAY - 13 * DAY, IdFilter.hash("order-1"))).isTrue();
    }

    @Test
    void aTaskThatBeginsAnewLooksIntoWhatItHasNotWalkedOver() {
        var recent = RecentIds.of(store, Long.MIN_VALUE, TEN_DAYS, RETENTION);
        write(recent, entry("order-1", TODAY - 10 * DAY));
        write(recent, entry("order-2", TODAY));
        var anew = RecentIds.of(store, TODAY, TEN_DAYS, RETENTION);
        assertThat(anew.mayHold(TODAY, IdFilter.hash("order-9"))).isTrue();
        assertThat(anew.mayHold(TODAY - 10 * DAY, IdFilter.hash("order-9"))).isTrue();
        anew.goOn(turnOf(Integer.MAX_VALUE));
        assertThat(anew.mayHold(TODAY, IdFilter.hash("order-9"))).isFalse();
        assertThat(anew.mayHold(TODAY - 10 * DAY, IdFilter.hash("order-9"))).isFalse();
        assertThat(anew.mayHold(TODAY - 10 * DAY, IdFilter.hash("order-1"))).isTrue();
    }

    @Test
    void aFilterOfADayThatIsOverIsAsLargeAsItsOrdersNeedAndDeniesNoneOfThem() {
        // given
        var filter = new IdFilter();
        for (int i = 0; i < 1_000; i++) {
            filter.add("order-" + i);
        }
        int before = filter.bytes();

        // when
        filter.shrink();
        filter.add("late");

        // then
        assertThat(before).isEqualTo(2 << 20);
        assertThat(filter.bytes()).isLessThan(5_000);
        for (int i = 0; i < 1_000; i++) {
            assertThat(filter.mayHold("order-" + i)).isTrue();
        }
        assertThat(filter.mayHold("late")).isTrue();
        int taken = 0;
        for (int i = 0; i < 10_000; i++) {
            taken += filter.mayHold("stranger-" + i) ? 1 : 0;
        }
        assertThat(taken).isLessThan(200);
    }

    @Test
    void aStoreOfYearsIsLookedIntoUntilItsWindowsAreOld() {
        var years = Duration.ofDays(4_000);
        write(RecentIds.of(store, Long.MIN_VALUE, TEN_DAYS, years), entry("order-1", TODAY));
        var anew = RecentIds.of(store, TODAY, TEN_DAYS, years);
        anew.goOn(turnOf(Integer.MAX_VALUE));
        assertThat(anew.mayHold(TODAY, IdFilter.hash("order-2"))).isTrue();
        write(anew, entry("order-3", TODAY + DAY));
        assertThat(anew.mayHold(TODAY + DAY, IdFilter.hash("order-2"))).isFalse();
    }

    @Test
    void ofAHundredThousandStrangersAlmostNoneIsTakenForKnown() {
        var filter = new IdFilter();
        for (int i = 0; i < 1_000_000; i++) {
            filter.add("customer-" + (10_000_000 + i));
        }
        int taken = 0;
        for (int i = 0; i < 100_000; i++) {
            taken += filter.mayHold("stranger-" + (10_000_000 + i)) ? 1 : 0;
        }
        assertThat(taken).isLessThan(2_000);
    }

    private void write(RecentIds recent, SlotEntry entry) {
        long start = entry.placedAtMillis();
        var stored = store.fetch(customerOf(entry), start);
        var window = (stored == null ? SlotWindow.empty(start) : stored).remember(entry);
        var next = window.window();
        if (next != null) {
            store.put(customerOf(entry), next, start);
        }
        recent.add(start, customerOf(entry), entry.orderId());
    }

    private static String customerOf(SlotEntry entry) {
        return "of-" + entry.orderId();
    }

    /** A turn that ends after so many things. */
    private static Turn turnOf(int things) {
        return new Turn(Duration.ofNanos(things), new AtomicLong()::getAndIncrement);
    }

    private static SlotEntry entry(String orderId, long placedAt) {
        return new SlotEntry(orderId, "burger-day", placedAt, 0, SlotStatus.RESERVED, 1, 1, null, null, null);
    }
}
