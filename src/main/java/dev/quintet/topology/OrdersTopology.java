package dev.quintet.topology;

import static org.apache.kafka.streams.state.Stores.inMemoryKeyValueStore;
import static org.apache.kafka.streams.state.Stores.keyValueStoreBuilder;
import static org.apache.kafka.streams.state.Stores.persistentWindowStore;
import static org.apache.kafka.streams.state.Stores.windowStoreBuilder;

import dev.quintet.domain.limit.SlotWindow;
import dev.quintet.wire.Clock;
import dev.quintet.wire.Stores;
import dev.quintet.wire.Topics;
import dev.quintet.wire.WireSerdes;
import java.util.Map;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.WindowStore;

/**
 * The orders service. Everything is keyed by customer, so an order's verdict, its slot and its first fact are one
 * transaction, and no record is repartitioned.
 */
public final class OrdersTopology {
    static final String DECODE = "decode-commands";
    static final String ADMIT = "admit-orders";
    static final String EVENTS = "order-events-sink";
    static final String VERDICTS = "order-verdicts-sink";
    static final String DEAD_LETTERS = "dead-letter-sink";

    private OrdersTopology() {}

    /** The topology, for orders that are judged by a clock; it fills {@code tables} while it runs. */
    public static Topology build(WireSerdes serdes, ReferenceTables tables, Clock clock) {
        var topology = new Topology();
        ReferenceTopology.addTo(topology, serdes, tables);
        return topology.addSource(
                        AutoOffsetReset.earliest(),
                        "order-commands-source",
                        new RecordTime(),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer(),
                        Topics.ORDER_COMMANDS)
                .addProcessor(
                        DECODE, () -> new DecodeCommands(serdes.orderCommand().deserializer()), "order-commands-source")
                .addProcessor(ADMIT, () -> new AdmitOrders(tables, Stores.slotRetention(clock)), DECODE)
                .addStateStore(limitSlots(serdes, clock), ADMIT)
                .addStateStore(newestWindow(), ADMIT)
                .addSink(
                        EVENTS,
                        Topics.ORDER_EVENTS,
                        new StringSerializer(),
                        serdes.orderEvent().serializer(),
                        ADMIT)
                .addSink(
                        VERDICTS,
                        Topics.ORDER_VERDICTS,
                        new StringSerializer(),
                        Answer.serializer(serdes.verdict().serializer()),
                        Answer::partition,
                        ADMIT)
                .addSink(
                        DEAD_LETTERS, Topics.DEAD_LETTER, new ByteArraySerializer(), new ByteArraySerializer(), DECODE);
    }

    /** Caching is off: each order's window is read and written once, so a cache would only copy. */
    private static StoreBuilder<WindowStore<String, SlotWindow>> limitSlots(WireSerdes serdes, Clock clock) {
        return windowStoreBuilder(
                        persistentWindowStore(
                                Stores.LIMIT_SLOTS, Stores.slotRetention(clock), Stores.SLOT_WINDOW, false),
                        Serdes.String(),
                        serdes.slotWindow())
                .withCachingDisabled()
                .withLoggingEnabled(Stores.slotChangelog(clock));
    }

    private static StoreBuilder<KeyValueStore<String, Long>> newestWindow() {
        return keyValueStoreBuilder(inMemoryKeyValueStore(Stores.NEWEST_WINDOW), Serdes.String(), Serdes.Long())
                .withCachingDisabled()
                .withLoggingEnabled(Map.of("cleanup.policy", "compact"));
    }
}
