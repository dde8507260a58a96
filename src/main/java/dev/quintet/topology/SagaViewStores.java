package dev.quintet.topology;

import dev.quintet.domain.view.StepLoad;
import dev.quintet.domain.view.StepLoads;
import dev.quintet.domain.view.StuckOrder;
import dev.quintet.wire.Stores;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;

/** How many sagas of one partition are in which step, and the orders that need an operator, as {@link ProjectOrders} keeps them. */
final class SagaViewStores {
    private final KeyValueStore<String, StepLoad> steps;
    private final KeyValueStore<String, StuckOrder> stuck;

    SagaViewStores(ProcessorContext<?, ?> context) {
        steps = context.getStateStore(Stores.SAGA_STEPS);
        stuck = context.getStateStore(Stores.STUCK_ORDERS);
    }

    /** Takes in what became of an order. */
    void apply(OrderViewStores.Change change) {
        if (change.earlier() != null) {
            StepLoads.gone(change.earlier()).forEach(this::add);
            stuck.delete(change.key());
        }
        StepLoads.change(change.before(), change.after()).forEach(this::add);
        var before = change.before();
        boolean wasStuck = before != null && !before.stuck().isEmpty();
        if (wasStuck || !change.after().stuck().isEmpty()) {
            stuck.put(change.key(), StuckOrder.of(wasStuck ? stuck.get(change.key()) : null, change.after()));
        }
    }

    private void add(String step, StepLoad more) {
        var load = steps.get(step);
        steps.put(step, load == null ? more : load.plus(more));
    }
}
