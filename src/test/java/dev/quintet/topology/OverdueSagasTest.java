package dev.quintet.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.domain.limit.SlotWindow;
import dev.quintet.domain.order.Money;
import dev.quintet.domain.order.OrderEvent;
import dev.quintet.domain.saga.Orchestrator;
import dev.quintet.domain.saga.Purchase;
import dev.quintet.domain.saga.Saga;
import dev.quintet.wire.StubRegistry;
import dev.quintet.wire.WireSerdes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.state.WindowStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** After an outage of the participants very many sagas are overdue at once, and one transaction must not take them all. */
final class OverdueSagasTest {
    private static final int OPEN = 80_000;
    private static final long NOON = 20_000 * SlotWindow.LENGTH.toMillis();

    private final StubRegistry registry = StubRegistry.start();
    private final WireSerdes serdes = new WireSerdes(registry.configs());
    private final MockProcessorContext<Object, Object> context = new MockProcessorContext<>();
    private final KeyValueStore<String, Saga> sagas = Stores.keyValueStoreBuilder(
                    Stores.inMemoryKeyValueStore(dev.quintet.wire.Stores.SAGAS), Serdes.String(), serdes.saga())
            .withLoggingDisabled()
            .build();
    private final WindowStore<String, SlotWindow> slots = Stores.windowStoreBuilder(
                    Stores.inMemoryWindowStore(
                            dev.quintet.wire.Stores.LIMIT_SLOTS, SlotWindow.LENGTH, SlotWindow.LENGTH, false),
                    Serdes.String(),
                    serdes.slotWindow())
            .withLoggingDisabled()
            .build();
    private final RunSagas processor = new RunSagas();

    @BeforeEach
    void open() {
        sagas.init(context.getStateStoreContext(), sagas);
        slots.init(context.getStateStoreContext(), slots);
        context.addStateStore(sagas);
        context.addStateStore(slots);
        context.setRecordMetadata("any", 0, 0);
    }

    @AfterEach
    void close() {
        processor.close();
        sagas.close();
        slots.close();
        registry.close();
    }

    @Test
    void theyGoOnInManySmallPartsTheLongestOverdueFirst() {
        // given
        var open = new ArrayList<Saga>();
        for (int order = 0; order < OPEN; order++) {
            var saga = Orchestrator.begin(purchase(order), NOON + order).saga();
            sagas.put(saga.key(), saga);
            open.add(saga);
        }
        context.setCurrentSystemTimeMs(NOON + Duration.ofHours(1).toMillis());
        processor.init(context);

        // when
        var wentOn = new ArrayList<String>();
        int quiet = 0;
        while (wentOn.size() < OPEN && quiet < 1_000) {
            var part = look();
            assertThat(part).hasSizeLessThanOrEqualTo(RunSagas.DUE_MAX);
            wentOn.addAll(part);
            quiet = part.isEmpty() ? quiet + 1 : 0;
        }

        // then
        open.sort(Comparator.comparingLong(Saga::dueAt).thenComparing(Saga::key));
        assertThat(wentOn).isEqualTo(open.stream().map(Saga::orderId).toList());
    }

    /** The orders that went on, at a look of the process at its clock. */
    private List<String> look() {
        context.resetForwards();
        long now = context.currentSystemTimeMs() + 1;
        context.setCurrentSystemTimeMs(now);
        context.scheduledPunctuators().getFirst().getPunctuator().punctuate(now);
        var orders = new HashSet<String>();
        var inOrder = new ArrayList<String>();
        for (var forward : context.forwarded()) {
            if (forward.record().value() instanceof OrderEvent event && orders.add(event.orderId())) {
                inOrder.add(event.orderId());
            }
        }
        return inOrder;
    }

    private static Purchase purchase(int order) {
        return new Purchase(
                "o-" + order, "alice", "burger-day", NOON, "akaso-1", List.of(), new Money(267, "EUR"), "tok_ok");
    }
}
