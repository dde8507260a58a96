package dev.quintet.topology;

import dev.quintet.domain.order.OrderEvent;
import dev.quintet.domain.view.CustomerOrder;
import dev.quintet.domain.view.FactListener;
import dev.quintet.domain.view.OrderView;
import dev.quintet.domain.view.SalesMinute;
import dev.quintet.wire.PoisonOfMeaningException;
import dev.quintet.wire.Stores;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.WindowStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps every order as it is now, its facts, and what was sold, and tells the list of the customer.
 *
 * <p>A fact that can't follow the one before it is left out, counted, and a dead letter: a view that stopped there (V1) would
 * take every other order of the partition with it. One that comes a second time is only left out.
 */
final class ProjectOrders implements Processor<Object, OrderEvent, Object, Object> {
    private static final Logger LOG = LoggerFactory.getLogger(ProjectOrders.class);

    /** How far ahead of this clock a fact may have happened: more than clocks differ. */
    private static final Duration FUTURE_TOLERANCE = Duration.ofDays(1);

    private final ViewLimits limits;
    private final FactListener listener;

    @SuppressWarnings("NullAway.Init")
    private ProcessorContext<Object, Object> context;

    @SuppressWarnings("NullAway.Init")
    private OrderViewStores stores;

    @SuppressWarnings("NullAway.Init")
    private WindowStore<String, SalesMinute> sales;

    @SuppressWarnings("NullAway.Init")
    private SagaViewStores sagas;

    @SuppressWarnings("NullAway.Init")
    private Sweep<OrderView> sweep;

    private @Nullable Turns turns;

    /** Counts facts that were left out. */
    @SuppressWarnings("NullAway.Init")
    private Tally leftOut;

    ProjectOrders(ViewLimits limits, FactListener listener) {
        this.limits = limits;
        this.listener = listener;
    }

    @Override
    public void init(ProcessorContext<Object, Object> context) {
        this.context = context;
        sales = context.getStateStore(Stores.SALES);
        sagas = new SagaViewStores(context);
        stores = new OrderViewStores(context, limits.factsMax());
        sweep = new Sweep<>(
                stores.views(),
                limits.retention(),
                order -> order.status().isTerminal() ? order.changedAt() : null,
                stores::delete);
        turns = Turns.every(Sweep.EVERY, context, sweep::goOn);
        leftOut = new Tally(
                context,
                "left-out-facts-total",
                "Facts that did not follow the one before, by type",
                "fact",
                List.of("OrderConfirmed", "OrderCompleted", "OrderCancelled"));
    }

    @Override
    public void close() {
        if (turns != null) {
            turns.close();
        }
    }

    @Override
    public void process(Record<Object, OrderEvent> record) {
        var fact = record.value();
        var change = apply(fact);
        if (change == null) {
            LOG.debug("order {}: fact {} comes a second time", fact.orderId(), fact.version());
            return;
        }
        if (change.before() == null) {
            sweep.came(change.key());
        }
        sagas.apply(change);
        addToSales(change.after(), fact);
        tellCustomer(record, change);
        listener.applied(change.after(), fact);
    }

    /** Null when the fact was taken in before. */
    private OrderViewStores.@Nullable Change apply(OrderEvent fact) {
        try {
            requireTime(fact);
            var change = stores.apply(fact);
            if (change == null) {
                leftOut.count(fact.fact().type());
            }
            return change;
        } catch (PoisonOfMeaningException e) {
            leftOut.count(fact.fact().type());
            throw e;
        }
    }

    /** A time far ahead would make the sales of every other minute expire. */
    private void requireTime(OrderEvent fact) {
        long at = fact.occurredAt().toEpochMilli();
        if (at < 0 || at > context.currentSystemTimeMs() + FUTURE_TOLERANCE.toMillis()) {
            throw new PoisonOfMeaningException("Nothing can have happened at " + fact.occurredAt());
        }
    }

    private void addToSales(OrderView order, OrderEvent fact) {
        var more = SalesMinute.of(fact.fact(), order);
        if (more != null) {
            long at = fact.occurredAt().toEpochMilli();
            long minute = at - Math.floorMod(at, Stores.SALES_WINDOW.toMillis());
            var before = sales.fetch(order.ordered().promotionId(), minute);
            sales.put(order.ordered().promotionId(), before == null ? more : before.plus(more), minute);
        }
    }

    /** Most facts are about steps, which the list of a customer does not show. */
    private void tellCustomer(Record<Object, OrderEvent> record, OrderViewStores.Change change) {
        var after = change.after();
        if (change.before() == null || change.before().status() != after.status()) {
            context.forward(new Record<>(after.customerId(), CustomerOrder.of(after), record.timestamp()));
        }
    }
}
