package dev.quintet.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.domain.order.Money;
import dev.quintet.domain.payment.Payment;
import dev.quintet.harness.Times;
import dev.quintet.wire.StubRegistry;
import dev.quintet.wire.WireSerdes;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.state.WindowStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a participant remembers: for ever what it holds, and for some days what it let go of. */
final class OrderMemoryTest {
    private static final Duration TEN_DAYS = Duration.ofDays(10);
    private static final long DAY = Duration.ofDays(1).toMillis();
    private static final long TODAY = Times.at("00:00").toEpochMilli();
    private static final Payment TAKEN = new Payment(null, new Money(534, "EUR"), null, false, false, List.of());
    private static final Payment VOIDED = new Payment(null, null, null, true, false, List.of());

    private final StubRegistry registry = StubRegistry.start();
    private final WireSerdes serdes = new WireSerdes(registry.configs());
    private final MockProcessorContext<Void, Void> context = new MockProcessorContext<>();
    private final KeyValueStore<String, Payment> held = Stores.keyValueStoreBuilder(
                    Stores.inMemoryKeyValueStore("held"), Serdes.String(), serdes.payment())
            .withLoggingDisabled()
            .build();
    private final WindowStore<String, Payment> windows = Stores.windowStoreBuilder(
                    Stores.inMemoryWindowStore("windows", Duration.ofDays(13), Duration.ofDays(1), false),
                    Serdes.String(),
                    serdes.payment())
            .withLoggingDisabled()
            .build();

    @BeforeEach
    void open() {
        held.init(context.getStateStoreContext(), held);
        windows.init(context.getStateStoreContext(), windows);
        context.addStateStore(held);
        context.addStateStore(windows);
        context.setCurrentStreamTimeMs(TODAY);
    }

    @AfterEach
    void close() {
        held.close();
        windows.close();
        registry.close();
    }

    @Test
    void whatIsHeldIsKnownHoweverLongAgoItWasWritten() {
        var memory = memory();
        memory.put("alice/o-1", memory.find("alice/o-1"), TAKEN);
        memory.put("bob/o-2", memory.find("bob/o-2"), VOIDED);
        context.setCurrentStreamTimeMs(TODAY + 400 * DAY);
        memory.put("carol/o-3", memory.find("carol/o-3"), VOIDED);

        assertThat(memory.find("alice/o-1").value()).isEqualTo(TAKEN);
        assertThat(memory.find("bob/o-2").value()).isNull();
    }

    @Test
    void whatWasLetGoOfIsKnownForSomeDaysMore() {
        var memory = memory();
        memory.put("alice/o-1", memory.find("alice/o-1"), TAKEN);
        context.setCurrentStreamTimeMs(TODAY + 40 * DAY);
        memory.put("alice/o-1", memory.find("alice/o-1"), VOIDED);

        assertThat(held.get("alice/o-1")).isNull();
        context.setCurrentStreamTimeMs(TODAY + 50 * DAY);
        assertThat(memory.find("alice/o-1").value()).isEqualTo(VOIDED);
    }

    @Test
    void whatAnEarlierReleaseHeldInTheWindowsAloneIsTakenOverBeforeItExpires() {
        // given
        windows.put("alice/o-1", VOIDED, TODAY - 9 * DAY);
        windows.put("alice/o-1", TAKEN, TODAY - 8 * DAY);
        windows.put("bob/o-2", TAKEN, TODAY - 8 * DAY);
        windows.put("bob/o-2", VOIDED, TODAY - 7 * DAY);

        // when
        context.setCurrentSystemTimeMs(TODAY);
        var memory = memory();
        TakeOver.begin(context, memory).close();
        context.setCurrentStreamTimeMs(TODAY + 40 * DAY);

        // then
        assertThat(memory.find("alice/o-1").value()).isEqualTo(TAKEN);
        assertThat(held.get("bob/o-2")).isNull();
    }

    @Test
    void howeverShortTheTurnsAreAllIsTakenOver() {
        // given
        for (int order = 0; order < 20; order++) {
            windows.put("alice/o-" + order, TAKEN, TODAY - 8 * DAY);
        }
        var memory = memory();

        // when
        String at = null;
        int turns = 0;
        do {
            at = memory.takeOver(TODAY - 8 * DAY, at, new Turn(Duration.ofNanos(1), new AtomicLong()::getAndIncrement));
            turns++;
        } while (at != null && turns < 100);

        // then
        assertThat(turns).isBetween(2, 99);
        for (int order = 0; order < 20; order++) {
            assertThat(held.get("alice/o-" + order)).isEqualTo(TAKEN);
        }
    }

    private OrderMemory<Payment> memory() {
        return new OrderMemory<>(context, "held", "windows", TEN_DAYS, Payment::holds);
    }
}
