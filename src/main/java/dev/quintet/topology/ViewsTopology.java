package dev.quintet.topology;

import static org.apache.kafka.streams.state.Stores.keyValueStoreBuilder;
import static org.apache.kafka.streams.state.Stores.persistentKeyValueStore;

import dev.quintet.domain.view.FactListener;
import dev.quintet.wire.Stores;
import dev.quintet.wire.Topics;
import dev.quintet.wire.WireSerdes;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * The views service: what HTTP answers from. Every row of its stores is also on their changelogs, compacted, so that
 * others may read the projections too.
 */
public final class ViewsTopology {
    static final String ORDERS = "project-orders";
    static final String DEAD_LETTERS = "dead-letter-sink";

    private ViewsTopology() {}

    /** The topology; it fills the tables while it runs, and tells {@code listener} of every fact. */
    public static Topology build(
            WireSerdes serdes, ReferenceTables tables, StockTables stock, ViewLimits limits, FactListener listener) {
        var topology = new Topology();
        ReferenceTopology.addTo(topology, serdes, tables);
        ReferenceTopology.addTo(topology, serdes, stock);
        DecodeEvents.addTo(topology, serdes, ORDERS, DEAD_LETTERS);
        return topology.addProcessor(ORDERS, () -> new ProjectOrders(limits, listener), DecodeEvents.NODE)
                .addStateStore(store(Stores.ORDER_VIEWS, serdes.orderView()), ORDERS)
                .addStateStore(store(Stores.ORDER_FACTS, serdes.orderEvent()), ORDERS)
                .addSink(
                        DEAD_LETTERS,
                        Topics.DEAD_LETTER,
                        new ByteArraySerializer(),
                        new ByteArraySerializer(),
                        DecodeEvents.NODE);
    }

    private static <V> StoreBuilder<KeyValueStore<String, V>> store(String name, Serde<V> values) {
        return keyValueStoreBuilder(persistentKeyValueStore(name), Serdes.String(), values)
                .withCachingDisabled()
                .withLoggingEnabled(Stores.rewrittenChangelog());
    }
}
