package dev.quintet.topology;

import static org.apache.kafka.streams.state.Stores.inMemoryKeyValueStore;
import static org.apache.kafka.streams.state.Stores.keyValueStoreBuilder;

import dev.quintet.domain.limit.Admission;
import dev.quintet.domain.payment.PaymentCommand;
import dev.quintet.wire.Stores;
import dev.quintet.wire.Topics;
import dev.quintet.wire.WireSerdes;
import java.time.Duration;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;

/** The payment service: a simulated provider. What it does for an order, its ledger and its reply are one transaction. */
public final class PaymentTopology {
    static final String LEDGER = "payment-ledger-sink";

    private PaymentTopology() {}

    public static Topology build(WireSerdes serdes) {
        return build(serdes, Admission.MEMORY_LEAST);
    }

    /** The same, but orders are remembered for {@code memory} after they were closed. */
    public static Topology build(WireSerdes serdes, Duration memory) {
        return ParticipantTopology.of(
                        contract(serdes), () -> new CarryOutPayments(memory), Topics.PAYMENT_REPLIES, serdes.reply())
                .addStateStore(OrderMemory.held(Stores.HELD_PAYMENTS, serdes.payment()), ParticipantTopology.ACT)
                .addStateStore(OrderMemory.windows(Stores.PAYMENTS, memory, serdes.payment()), ParticipantTopology.ACT)
                .addStateStore(delayedAuthorizations(serdes), ParticipantTopology.ACT)
                .addSink(
                        LEDGER,
                        Topics.PAYMENT_LEDGER,
                        new StringSerializer(),
                        serdes.ledgerEntry().serializer(),
                        ParticipantTopology.ACT);
    }

    static CommandContract<PaymentCommand> contract(WireSerdes serdes) {
        return new CommandContract<>(
                Topics.PAYMENT_COMMANDS,
                serdes.paymentCommand(),
                PaymentCommand::head,
                command -> command.head().customerId(),
                _ -> true,
                command -> command.request().problem());
    }

    /** In memory, because it holds a few seconds of commands; its changelog brings it back. */
    private static StoreBuilder<KeyValueStore<String, PaymentCommand>> delayedAuthorizations(WireSerdes serdes) {
        return keyValueStoreBuilder(
                        inMemoryKeyValueStore(Stores.DELAYED_AUTHORIZATIONS), Serdes.String(), serdes.paymentCommand())
                .withCachingDisabled()
                .withLoggingEnabled(Stores.smallChangelog());
    }
}
