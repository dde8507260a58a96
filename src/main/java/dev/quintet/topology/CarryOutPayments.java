package dev.quintet.topology;

import dev.quintet.domain.payment.Payment;
import dev.quintet.domain.payment.PaymentCommand;
import dev.quintet.domain.payment.PaymentDecision;
import dev.quintet.domain.payment.PaymentProvider;
import dev.quintet.domain.payment.PaymentRequest;
import dev.quintet.wire.Stores;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Function;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Carries commands to {@link PaymentProvider} and what it decided to the store, the ledger and whoever asked. */
final class CarryOutPayments implements Processor<String, PaymentCommand, Object, Object> {
    private static final Duration LOOK_FOR_DUE_EVERY = Duration.ofMillis(100);

    private final Duration memory;

    @SuppressWarnings("NullAway.Init")
    private ProcessorContext<Object, Object> context;

    @SuppressWarnings("NullAway.Init")
    private OrderMemory<Payment> payments;

    @SuppressWarnings("NullAway.Init")
    private DelayedAuthorizations delayed;

    @SuppressWarnings("NullAway.Init")
    private Replies replies;

    private @Nullable Turns turns;
    private @Nullable TakeOver takeOver;

    /** @param memory how long an order is remembered that no money is held or was taken for */
    CarryOutPayments(Duration memory) {
        this.memory = memory;
    }

    @Override
    public void init(ProcessorContext<Object, Object> context) {
        this.context = context;
        payments = new OrderMemory<>(context, Stores.HELD_PAYMENTS, Stores.PAYMENTS, memory, Payment::holds);
        delayed = new DelayedAuthorizations(context.getStateStore(Stores.DELAYED_AUTHORIZATIONS));
        replies = new Replies(context);
        takeOver = TakeOver.begin(context, payments);
        turns = Turns.every(LOOK_FOR_DUE_EVERY, context, this::answerDelayed);
    }

    @Override
    public void close() {
        if (turns != null) {
            turns.close();
        }
        if (takeOver != null) {
            takeOver.close();
        }
    }

    @Override
    public void process(Record<String, PaymentCommand> record) {
        var command = record.value();
        long at = record.timestamp();
        carryOut(command, at, payment -> PaymentProvider.decide(payment, command, at));
    }

    private void answerDelayed(long now, Turn turn) {
        for (var due : delayed.due(now)) {
            if (!turn.goesOn()) {
                return;
            }
            delayed.take(due);
            var command = due.command();
            carryOut(command, now, payment -> PaymentProvider.answerDelayed(payment, command));
        }
    }

    /** Reads, decides, writes. */
    private void carryOut(PaymentCommand command, long at, Function<Payment, PaymentDecision> decide) {
        var key = command.head().order();
        var found = payments.find(key);
        var before = Objects.requireNonNullElse(found.value(), Payment.NONE);
        var decision = decide.apply(before);
        if (!decision.after().equals(before)) {
            payments.put(key, found, decision.after());
        }
        decision.dropped().forEach(attempt -> delayed.drop(command, attempt));
        if (decision.delayed() != null) {
            delayed.add(command, decision.delayed());
        }
        publish(command, decision, at);
    }

    private void publish(PaymentCommand command, PaymentDecision decision, long at) {
        for (var entry : decision.entries()) {
            context.forward(new Record<Object, Object>(entry.orderId(), entry, at), PaymentTopology.LEDGER);
        }
        boolean isAwaited = isAwaited(command.request());
        decision.replies().forEach(reply -> replies.send(command.head(), reply, at, isAwaited));
    }

    /** What is taken or given back follows a decision that the customer knows already. */
    private static boolean isAwaited(PaymentRequest request) {
        return switch (request) {
            case PaymentRequest.Authorize _, PaymentRequest.Release _ -> true;
            case PaymentRequest.Capture _, PaymentRequest.Refund _ -> false;
        };
    }
}
