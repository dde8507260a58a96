package dev.quintet.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.quintet.domain.limit.SlotWindow;
import dev.quintet.domain.order.CancelOrder;
import dev.quintet.domain.order.Money;
import dev.quintet.domain.participant.Reply;
import dev.quintet.domain.saga.Action;
import dev.quintet.domain.saga.Purchase;
import dev.quintet.domain.saga.Saga;
import dev.quintet.wire.StubRegistry;
import dev.quintet.wire.WireSerdes;
import java.util.List;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.state.WindowStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What somebody waits for is committed at once; the rest shares the commit of the interval. */
final class AwaitedSagaTest {
    private static final long NOW = 20_000 * SlotWindow.LENGTH.toMillis();
    private static final Purchase PURCHASE =
            new Purchase("o-1", "alice", "burger-day", NOW, "akaso-1", List.of(), new Money(267, "EUR"), "tok_ok");

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
    void anAcceptedOrder() {
        sagas.init(context.getStateStoreContext(), sagas);
        slots.init(context.getStateStoreContext(), slots);
        context.addStateStore(sagas);
        context.addStateStore(slots);
        context.setCurrentSystemTimeMs(NOW);
        context.setRecordMetadata("any", 0, 0);
        processor.init(context);
        assertThat(isCommittedAtOnce(PURCHASE)).isTrue();
    }

    @AfterEach
    void close() {
        sagas.close();
        slots.close();
        registry.close();
    }

    @Test
    void theFirstRepliesWaitForTheLast() {
        assertThat(isCommittedAtOnce(done(Action.RESERVE_STOCK))).isFalse();
        assertThat(isCommittedAtOnce(done(Action.AUTHORIZE_PAYMENT))).isFalse();
        assertThat(isCommittedAtOnce(done(Action.PROMISE_DELIVERY))).isTrue();
    }

    @Test
    void nobodyWaitsForWhatComesAfterThePivot() {
        // given
        assertThat(isCommittedAtOnce(done(Action.RESERVE_STOCK))).isFalse();
        assertThat(isCommittedAtOnce(done(Action.AUTHORIZE_PAYMENT))).isFalse();
        assertThat(isCommittedAtOnce(done(Action.PROMISE_DELIVERY))).isTrue();

        // then
        assertThat(isCommittedAtOnce(done(Action.CAPTURE_PAYMENT))).isFalse();
        assertThat(isCommittedAtOnce(done(Action.DISPATCH_DELIVERY))).isFalse();
    }

    @Test
    void aCustomerWhoCancelsIsNotKeptWaiting() {
        assertThat(isCommittedAtOnce(new CancelOrder("o-1", "alice", "hungry no more")))
                .isTrue();
    }

    @Test
    void noSagaIsEverBegunOverAnOpenOne() {
        assertThatIllegalStateException()
                .isThrownBy(() -> processor.process(new Record<>("alice", PURCHASE, NOW)))
                .withMessageContaining("alice/o-1");
    }

    private boolean isCommittedAtOnce(Object input) {
        context.resetCommit();
        processor.process(new Record<>("alice", input, NOW));
        return context.committed();
    }

    private static Reply done(Action action) {
        return new Reply("o-1/" + action.label(), "o-1", null, null);
    }
}
