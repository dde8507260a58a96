package dev.quintet.topology;

import static org.apache.kafka.streams.state.Stores.inMemoryKeyValueStore;
import static org.apache.kafka.streams.state.Stores.keyValueStoreBuilder;
import static org.apache.kafka.streams.state.Stores.persistentKeyValueStore;
import static org.apache.kafka.streams.state.Stores.persistentWindowStore;
import static org.apache.kafka.streams.state.Stores.windowStoreBuilder;

import dev.quintet.domain.limit.Admission;
import dev.quintet.domain.limit.SlotWindow;
import dev.quintet.domain.saga.Saga;
import dev.quintet.wire.Clock;
import dev.quintet.wire.Stores;
import dev.quintet.wire.Topics;
import dev.quintet.wire.WireSerdes;
import java.time.Duration;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.WindowStore;

/**
 * The orders service. Everything is keyed by customer, so an order's verdict, its slot, its saga and its facts are one
 * transaction, and no record is repartitioned.
 */
public final class OrdersTopology {
    static final String DECODE = "decode-commands";
    static final String ADMIT = "admit-orders";
    static final String SAGAS = "run-sagas";
    static final String EVENTS = "order-events-sink";
    static final String VERDICTS = "order-verdicts-sink";
    static final String STOCK = "stock-commands-sink";
    static final String PAYMENT = "payment-commands-sink";
    static final String SHIPPING = "shipping-commands-sink";

    private OrdersTopology() {}

    /**
     * The topology, for orders that are judged by a clock; it fills {@code tables} while it runs. On the event clock orders
     * are only judged.
     */
    public static Topology build(WireSerdes serdes, ReferenceTables tables, Clock clock) {
        return build(serdes, tables, clock, Admission.MEMORY_LEAST);
    }

    /** The same, but orders are known for {@code memory} after their verdict. */
    public static Topology build(WireSerdes serdes, ReferenceTables tables, Clock clock, Duration memory) {
        return build(serdes, tables, clock, memory, clock == Clock.BROKER);
    }

    /** The same, but accepted orders are left at that: what admission alone costs can be measured. */
    public static Topology admissionOnly(WireSerdes serdes, ReferenceTables tables, Clock clock) {
        return build(serdes, tables, clock, Admission.MEMORY_LEAST, false);
    }

    private static Topology build(
            WireSerdes serdes, ReferenceTables tables, Clock clock, Duration memory, boolean goesOn) {
        var topology = new Topology();
        ReferenceTopology.addTo(topology, serdes, tables);
        RawSource.addTo(topology, "order-commands-source", Topics.ORDER_COMMANDS);
        RawSource.addTo(
                topology, "replies-source", Topics.STOCK_REPLIES, Topics.PAYMENT_REPLIES, Topics.SHIPPING_REPLIES);
        topology.addProcessor(
                        DECODE,
                        () -> new DecodeOrBury(
                                new DecodeCommands(serdes.orderCommand().deserializer())),
                        "order-commands-source")
                .addProcessor(
                        "decode-replies",
                        () -> new DecodeOrBury(new DecodeReplies(serdes.reply().deserializer())),
                        "replies-source")
                .addProcessor(
                        ADMIT,
                        () -> new AdmitOrders(tables, memory, Stores.slotRetention(clock, memory), goesOn),
                        DECODE)
                .addProcessor(SAGAS, RunSagas::new, ADMIT, DECODE, "decode-replies")
                .addStateStore(limitSlots(serdes, clock, memory), ADMIT, SAGAS)
                .addStateStore(newestWindow(), ADMIT)
                .addStateStore(sagas(serdes), ADMIT, SAGAS)
                .addSink(
                        EVENTS,
                        Topics.ORDER_EVENTS,
                        new StringSerializer(),
                        serdes.orderEvent().serializer(),
                        ADMIT,
                        SAGAS)
                .addSink(
                        VERDICTS,
                        Topics.ORDER_VERDICTS,
                        new StringSerializer(),
                        Answer.serializer(serdes.verdict().serializer()),
                        Answer::partition,
                        ADMIT)
                .addSink(
                        STOCK,
                        Topics.STOCK_COMMANDS,
                        new StringSerializer(),
                        serdes.stockCommand().serializer(),
                        SAGAS)
                .addSink(
                        PAYMENT,
                        Topics.PAYMENT_COMMANDS,
                        new StringSerializer(),
                        serdes.paymentCommand().serializer(),
                        SAGAS)
                .addSink(
                        SHIPPING,
                        Topics.SHIPPING_COMMANDS,
                        new StringSerializer(),
                        serdes.shippingCommand().serializer(),
                        SAGAS);
        return DeadLetters.addSink(topology, DECODE, "decode-replies");
    }

    /** Caching is off: a saga is written a few times within a second, each time in a transaction of its own. */
    private static StoreBuilder<KeyValueStore<String, Saga>> sagas(WireSerdes serdes) {
        return keyValueStoreBuilder(persistentKeyValueStore(Stores.SAGAS), Serdes.String(), serdes.saga())
                .withCachingDisabled()
                .withLoggingEnabled(Stores.rewrittenChangelog());
    }

    /** Caching is off: each order's window is read and written once, so a cache would only copy. */
    private static StoreBuilder<WindowStore<String, SlotWindow>> limitSlots(
            WireSerdes serdes, Clock clock, Duration memory) {
        return windowStoreBuilder(
                        persistentWindowStore(
                                Stores.LIMIT_SLOTS, Stores.slotRetention(clock, memory), Stores.SLOT_WINDOW, false),
                        Serdes.String(),
                        serdes.slotWindow())
                .withCachingDisabled()
                .withLoggingEnabled(Stores.slotChangelog(clock));
    }

    private static StoreBuilder<KeyValueStore<String, Long>> newestWindow() {
        return keyValueStoreBuilder(inMemoryKeyValueStore(Stores.NEWEST_WINDOW), Serdes.String(), Serdes.Long())
                .withCachingDisabled()
                .withLoggingEnabled(Stores.smallChangelog());
    }
}
