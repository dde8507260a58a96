package dev.quintet.topology;

import dev.quintet.domain.limit.Admission;
import dev.quintet.domain.limit.CustomerSlots;
import dev.quintet.domain.limit.Decision;
import dev.quintet.domain.limit.ReferenceData;
import dev.quintet.domain.order.Ids;
import dev.quintet.domain.order.OrderEvent;
import dev.quintet.domain.order.OrderFact;
import dev.quintet.domain.order.PlaceOrder;
import dev.quintet.domain.saga.Purchase;
import dev.quintet.wire.Stores;
import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Carries placed orders to {@link Admission} and what it decided to the store, the log and whoever asked. */
final class AdmitOrders implements Processor<String, Object, Object, Object> {
    private static final Duration LOOK_EVERY = Duration.ofMillis(100);

    private final ReferenceData reference;

    @SuppressWarnings("NullAway.Init")
    private ProcessorContext<Object, Object> context;

    @SuppressWarnings("NullAway.Init")
    private LimitSlots slots;

    @SuppressWarnings("NullAway.Init")
    private PromptCommit prompt;

    @SuppressWarnings("NullAway.Init")
    private VerdictTally verdicts;

    /** How long an order is known after its verdict, at the least. */
    private final Duration memory;

    /** How long the store keeps slots. */
    private final Duration retention;

    /** Whether accepted orders go on: what is imported happened long ago, and nobody is charged for it again. */
    private final boolean goesOn;

    /** The sagas that are open; null when orders do not go on, so that there are none. */
    private @Nullable LastingSagas sagas;

    private @Nullable Turns turns;

    AdmitOrders(ReferenceData reference, Duration memory, Duration retention, boolean goesOn) {
        this.reference = reference;
        this.memory = memory;
        this.retention = retention;
        this.goesOn = goesOn;
    }

    @Override
    public void init(ProcessorContext<Object, Object> context) {
        this.context = context;
        prompt = new PromptCommit(context);
        verdicts = new VerdictTally(context);
        slots = new LimitSlots(
                context.getStateStore(Stores.LIMIT_SLOTS),
                context.getStateStore(Stores.NEWEST_WINDOW),
                memory,
                retention);
        sagas = goesOn ? new LastingSagas(context.getStateStore(Stores.SAGAS), slots.newest()) : null;
        var begun = Turns.every(LOOK_EVERY, context, this::getToKnow);
        turns = begun;
        getToKnow(0, begun.begin());
    }

    private void getToKnow(long now, Turn turn) {
        boolean hasMore = slots.goOn(turn);
        if (sagas != null) {
            sagas.goOn(slots.newest(), turn);
        } else if (!hasMore) {
            close();
        }
    }

    @Override
    public void close() {
        if (turns != null) {
            turns.close();
        }
    }

    @Override
    public void process(Record<String, Object> command) {
        switch (command.value()) {
            case PlaceOrder order -> publish(command, order, decide(order, command.timestamp()));
            default -> throw new IllegalStateException("No such command: " + command.value());
        }
    }

    /** Reads, decides, writes. */
    private Decision decide(PlaceOrder order, long placedAt) {
        var refused = Admission.refuseUnread(order, placedAt, context.currentSystemTimeMs());
        if (refused != null) {
            return refused;
        }
        var promotion = reference.promotion(order.promotionId());
        long limitFrom = Admission.limitsReachBackTo(promotion, placedAt);
        if (!slots.reachBackTo(limitFrom, placedAt)) {
            return Admission.tooLate(order, placedAt);
        }
        long quiet = Admission.looksAhead(promotion, placedAt);
        var held = stillOpen(slots.read(order.customerId(), order.orderId(), limitFrom, placedAt, quiet), order);
        var decision = Admission.decide(held, order, placedAt, promotion, reference);
        if (decision.news() != null) {
            slots.remember(order.customerId(), held, decision.news().entry());
        }
        return decision;
    }

    /** However long ago an order was placed, it is known as long as its saga is open: none is ever begun over another (O). */
    private CustomerSlots stillOpen(CustomerSlots held, PlaceOrder order) {
        if (sagas == null || held.known() != null) {
            return held;
        }
        var open = sagas.find(Ids.ofCustomer(order.customerId(), order.orderId()));
        return open == null ? held : held.knowing(open.purchase().slot());
    }

    private void publish(Record<?, ?> command, PlaceOrder order, Decision decision) {
        verdicts.count(decision.verdict());
        if (decision.news() != null) {
            context.forward(event(command, order, decision.news()), OrdersTopology.EVENTS);
            if (goesOn && decision.news().fact() instanceof OrderFact.Accepted accepted) {
                begin(command, order, accepted);
            }
        }
        // A refusal that leaves no fact is told even unasked; a repeated verdict left its fact the first time.
        boolean untold = decision.news() == null && !decision.verdict().duplicate();
        if (untold || Answer.isAwaited(command)) {
            context.forward(Answer.to(command, decision.verdict()), OrdersTopology.VERDICTS);
            prompt.forRecordOf(command.timestamp());
        }
    }

    private void begin(Record<?, ?> command, PlaceOrder order, OrderFact.Accepted accepted) {
        var purchase = new Purchase(
                order.orderId(),
                order.customerId(),
                accepted.promotionId(),
                command.timestamp(),
                accepted.outletId(),
                order.lines(),
                accepted.total(),
                accepted.paymentMethod(),
                accepted.policyVersion(),
                accepted.use(),
                command.timestamp());
        context.forward(new Record<>(order.orderId(), purchase, command.timestamp()), OrdersTopology.SAGAS);
    }

    private Record<Object, Object> event(Record<?, ?> command, PlaceOrder order, Decision.News news) {
        var cause = context.recordMetadata().orElseThrow();
        var event = new OrderEvent(
                order.orderId(),
                1,
                order.customerId(),
                Instant.ofEpochMilli(command.timestamp()),
                new OrderEvent.Cause(cause.topic(), cause.partition(), cause.offset()),
                news.fact());
        return new Record<>(order.orderId(), event, command.timestamp(), new RecordHeaders());
    }
}
