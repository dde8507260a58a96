package dev.quintet.topology;

import dev.quintet.wire.Stores;
import dev.quintet.wire.Topics;
import dev.quintet.wire.WireSerdes;
import java.util.function.BiConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.streams.Topology;
import org.jspecify.annotations.Nullable;

/** The part that several services share: promotions and the menu, the customers, or what is in stock, whole, in the memory of each process. */
final class ReferenceTopology {
    private ReferenceTopology() {}

    static void addTo(Topology topology, WireSerdes serdes, ReferenceTables tables) {
        addTable(
                topology,
                Stores.PROMOTIONS,
                Topics.PROMOTIONS,
                serdes.promotion().deserializer(),
                tables::putPromotion);
        addTable(topology, Stores.MENU, Topics.MENU, serdes.menuItem().deserializer(), tables::putItem);
    }

    static void addTo(Topology topology, WireSerdes serdes, CustomerTables tables) {
        addTable(topology, Stores.CUSTOMERS, Topics.CUSTOMERS, serdes.customer().deserializer(), tables::putCustomer);
    }

    static void addMenu(Topology topology, WireSerdes serdes, MenuListings menu) {
        addTable(topology, Stores.MENU, Topics.MENU, serdes.menuItem().deserializer(), menu::put);
    }

    static void addTo(Topology topology, WireSerdes serdes, StockTables tables) {
        addTable(
                topology,
                Stores.STOCK_LEVELS,
                Topics.STOCK_LEVELS,
                serdes.stockLevel().deserializer(),
                tables::putLevel);
    }

    private static <V> void addTable(
            Topology topology,
            String store,
            String topic,
            Deserializer<V> values,
            BiConsumer<String, @Nullable V> table) {
        ReferenceTable<V> byKey = (record, _, value) -> table.accept(record.key(), value);
        addTable(topology, store, topic, values, byKey);
    }

    /** In memory, because a persistent global store does not come back after a kill under exactly-once (KAFKA-21034). */
    private static <V> void addTable(
            Topology topology, String store, String topic, Deserializer<V> values, ReferenceTable<V> table) {
        topology.addGlobalStore(
                org.apache.kafka.streams.state.Stores.keyValueStoreBuilder(
                                org.apache.kafka.streams.state.Stores.inMemoryKeyValueStore(store),
                                Serdes.String(),
                                Serdes.ByteArray())
                        .withLoggingDisabled(),
                topic + "-source",
                new StringDeserializer(),
                new ByteArrayDeserializer(),
                topic,
                "read-" + topic,
                () -> new ReferenceProcessor<>(store, topic, values, table));
    }
}
