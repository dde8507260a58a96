package dev.quintet.topology;

import dev.quintet.domain.order.CancelOrder;
import dev.quintet.domain.order.Ids;
import dev.quintet.domain.order.OrderEvent;
import dev.quintet.domain.order.RepairOrder;
import dev.quintet.domain.participant.Reply;
import dev.quintet.domain.saga.Orchestrator;
import dev.quintet.domain.saga.Progress;
import dev.quintet.domain.saga.Progress.SlotFate;
import dev.quintet.domain.saga.Purchase;
import dev.quintet.domain.saga.Saga;
import dev.quintet.wire.Stores;
import dev.quintet.wire.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** Carries what happens to accepted orders to the {@link Orchestrator}, and what comes of it to where it belongs. */
final class RunSagas implements Processor<Object, Object, Object, Object> {
    private static final Duration LOOK_EVERY = Duration.ofMillis(100);

    /** So many go on at one look; the others follow at the next, the longest overdue first. */
    static final int DUE_MAX = 1_000;

    /** What stands for the topic of a fact's cause when the cause was that time went by. */
    private static final String TIMER = "timer";

    @SuppressWarnings("NullAway.Init")
    private Deadlines deadlines;

    @SuppressWarnings("NullAway.Init")
    private OpenSagas open;

    private @Nullable Turns turns;

    @SuppressWarnings("NullAway.Init")
    private ProcessorContext<Object, Object> context;

    @SuppressWarnings("NullAway.Init")
    private KeyValueStore<String, Saga> sagas;

    @SuppressWarnings("NullAway.Init")
    private SlotChanges slots;

    @SuppressWarnings("NullAway.Init")
    private SagaCommands commands;

    @SuppressWarnings("NullAway.Init")
    private PromptCommit prompt;

    /** Counts replies that changed nothing: repeated ones, ones that nobody asked for, and ones for no open order. */
    @SuppressWarnings("NullAway.Init")
    private Tally ignoredReplies;

    private @Nullable SagaMeters meters;

    /** Begins anew each time: after a rollback the same processor is used again, and what it knew may not be so. */
    @Override
    public void init(ProcessorContext<Object, Object> context) {
        this.context = context;
        deadlines = new Deadlines();
        sagas = context.getStateStore(Stores.SAGAS);
        slots = new SlotChanges(context.getStateStore(Stores.LIMIT_SLOTS));
        commands = new SagaCommands(context);
        prompt = new PromptCommit(context);
        ignoredReplies = new Tally(
                context,
                "ignored-replies-total",
                "Replies that changed nothing, by topic",
                "topic",
                List.of(Topics.STOCK_REPLIES, Topics.PAYMENT_REPLIES, Topics.SHIPPING_REPLIES));
        var found = new SagaMeters(context);
        meters = found;
        open = new OpenSagas(sagas, saga -> {
            deadlines.set(saga);
            found.found(saga);
        });
        var begun = Turns.every(LOOK_EVERY, context, this::lookAtTheClock);
        turns = begun;
        open.goOn(begun.begin());
    }

    @Override
    public void close() {
        if (turns != null) {
            turns.close();
        }
        if (meters != null) {
            meters.close();
        }
    }

    @Override
    public void process(Record<Object, Object> record) {
        long now = context.currentSystemTimeMs();
        var cause = cause();
        switch (record.value()) {
            case Purchase purchase -> {
                requireNew(Ids.ofCustomer(purchase.customerId(), purchase.orderId()));
                keep(null, Orchestrator.begin(purchase, now), cause, record.timestamp());
                prompt.forRecordOf(record.timestamp());
            }
            case Reply reply -> {
                if (!change(
                        keyOf(record, reply.orderId()), saga -> Orchestrator.reply(saga, reply, now), cause, record)) {
                    ignoredReplies.count(cause.topic());
                }
            }
            case CancelOrder cancel ->
                change(keyOf(record, cancel.orderId()), saga -> Orchestrator.cancel(saga, cancel, now), cause, record);
            case RepairOrder repair ->
                change(keyOf(record, repair.orderId()), saga -> Orchestrator.repair(saga, repair, now), cause, record);
            default -> throw new IllegalStateException("No saga takes a " + record.value());
        }
    }

    /** Admission knows every order whose saga is open, so none of them can begin again. */
    private void requireNew(String key) {
        boolean isOpen = open.areFound() ? deadlines.has(key) : sagas.get(key) != null;
        if (isOpen) {
            throw new IllegalStateException("O: the open saga of " + key + " would be overwritten");
        }
    }

    /** False when nothing came of it. What is for no open saga comes too late or is for nobody. */
    private boolean change(
            String key, Function<Saga, Progress> input, OrderEvent.Cause cause, Record<Object, Object> record) {
        var saga = sagas.get(key);
        if (saga == null) {
            return false;
        }
        var progress = input.apply(saga);
        if (progress.isNothing(saga)) {
            return false;
        }
        keep(saga, progress, cause, record.timestamp());
        if (isAwaited(record.value(), progress)) {
            prompt.forRecordOf(record.timestamp());
        }
        return true;
    }

    /** Whether somebody waits for it: who sent a command, whoever is asked next, or a customer for the slot. */
    private static boolean isAwaited(Object input, Progress progress) {
        return !(input instanceof Reply) || !progress.actions().isEmpty() || progress.slot() != SlotFate.UNCHANGED;
    }

    private void lookAtTheClock(long now, Turn turn) {
        open.goOn(turn);
        if (!open.areFound()) {
            // Those that wait longest may be among the others.
            return;
        }
        var cause = new OrderEvent.Cause(TIMER, context.taskId().partition(), 0);
        for (var key : deadlines.due(now, DUE_MAX)) {
            if (!turn.goesOn()) {
                return;
            }
            var saga = sagas.get(key);
            if (saga == null) {
                deadlines.remove(key);
            } else {
                keep(saga, Orchestrator.due(saga, now), cause, now);
            }
        }
    }

    private void keep(@Nullable Saga before, Progress progress, OrderEvent.Cause cause, long at) {
        var saga = progress.saga();
        var purchase = saga.purchase();
        open.changes(saga.key(), before);
        if (progress.closed()) {
            sagas.delete(saga.key());
            deadlines.remove(saga.key());
        } else {
            sagas.put(saga.key(), saga);
            deadlines.set(saga);
        }
        slots.apply(purchase, progress.slot());
        long version = saga.version() - progress.facts().size();
        for (var fact : progress.facts()) {
            version++;
            var event = new OrderEvent(
                    saga.orderId(), version, purchase.customerId(), Instant.ofEpochMilli(at), cause, fact);
            context.forward(new Record<>(saga.orderId(), event, at), OrdersTopology.EVENTS);
        }
        long now = context.currentSystemTimeMs();
        progress.actions().forEach(action -> commands.send(purchase, action, now));
        if (meters != null) {
            meters.moved(before, progress, now);
        }
    }

    /** Every record that is about an order has its customer as key. */
    private static String keyOf(Record<Object, Object> record, String orderId) {
        return Ids.ofCustomer(String.valueOf(record.key()), orderId);
    }

    private OrderEvent.Cause cause() {
        var origin = context.recordMetadata().orElseThrow();
        return new OrderEvent.Cause(origin.topic(), origin.partition(), origin.offset());
    }
}
