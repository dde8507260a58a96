package dev.quintet.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.domain.order.CancelOrder;
import dev.quintet.domain.order.Money;
import dev.quintet.domain.saga.Orchestrator;
import dev.quintet.domain.saga.Purchase;
import dev.quintet.domain.saga.Saga;
import dev.quintet.harness.Seeds;
import dev.quintet.wire.StubRegistry;
import dev.quintet.wire.WireSerdes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** However short the turns are and whatever happens meanwhile, each saga that was open at the start is found once. */
final class OpenSagasTest {
    private final StubRegistry registry = StubRegistry.start();
    private final MockProcessorContext<Void, Void> context = new MockProcessorContext<>();
    private final KeyValueStore<String, Saga> sagas = Stores.keyValueStoreBuilder(
                    Stores.inMemoryKeyValueStore("sagas"), Serdes.String(), new WireSerdes(registry.configs()).saga())
            .withLoggingDisabled()
            .build();

    @BeforeEach
    void open() {
        sagas.init(context.getStateStoreContext(), sagas);
    }

    @AfterEach
    void close() {
        sagas.close();
        registry.close();
    }

    @Test
    void eachIsFoundOnceAsItWas() {
        var random = Seeds.random("OpenSagasTest");
        var old = new ArrayList<Saga>();
        for (int order = 0; order < 500; order++) {
            var saga = saga("old-" + random.nextInt(1_000_000));
            if (sagas.putIfAbsent(saga.key(), saga) == null) {
                old.add(saga);
            }
        }
        var found = new ArrayList<Saga>();
        var open = new OpenSagas(sagas, found::add);
        var touched = new ArrayList<>(old);
        for (int turn = 0; !open.areFound(); turn++) {
            assertThat(turn).isLessThan(1_000);
            open.goOn(turnOf(1 + random.nextInt(3)));
            // One begins, one changes, one ends.
            var begun = saga("new-" + turn);
            open.changes(begun.key(), null);
            sagas.put(begun.key(), begun);
            if (touched.size() > 1) {
                var changed = touched.remove(random.nextInt(touched.size()));
                open.changes(changed.key(), changed);
                var cancelled =
                        Orchestrator.cancel(changed, new CancelOrder(changed.orderId(), "alice", "hungry no more"), 1);
                sagas.put(changed.key(), cancelled.saga());
                var ended = touched.remove(random.nextInt(touched.size()));
                open.changes(ended.key(), ended);
                sagas.delete(ended.key());
            }
        }
        assertThat(found).containsExactlyInAnyOrderElementsOf(old);
    }

    /** A turn that ends after so many things. */
    private static Turn turnOf(int things) {
        return new Turn(Duration.ofNanos(things), new AtomicLong()::getAndIncrement);
    }

    private static Saga saga(String orderId) {
        var purchase =
                new Purchase(orderId, "alice", "burger-day", 0, "akaso-1", List.of(), new Money(267, "EUR"), "tok_ok");
        return Orchestrator.begin(purchase, 0).saga();
    }
}
