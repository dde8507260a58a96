package dev.quintet.topology;

import dev.quintet.domain.limit.Promotion;
import dev.quintet.domain.order.MenuItem;
import dev.quintet.domain.shipping.Customer;
import dev.quintet.domain.stock.StockLevel;
import dev.quintet.wire.Stores;
import dev.quintet.wire.Topics;
import dev.quintet.wire.WireSerdes;
import java.util.function.BiConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.Topology;
import org.jspecify.annotations.Nullable;

/** The part that several services share: promotions and the menu, the customers, or what is in stock, whole, in the memory of each process. */
final class ReferenceTopology {
    private ReferenceTopology() {}

    static void addTo(Topology topology, WireSerdes serdes, ReferenceTables tables) {
        addTable(
                topology,
                Stores.PROMOTIONS,
                new Reference<>(Topics.PROMOTIONS, serdes.promotion().deserializer(), Promotion::promotionId),
                byKey(tables::putPromotion));
        addTable(topology, Stores.MENU, menu(serdes), byKey(tables::putItem));
    }

    static void addTo(Topology topology, WireSerdes serdes, CustomerTables tables) {
        addTable(
                topology,
                Stores.CUSTOMERS,
                new Reference<>(Topics.CUSTOMERS, serdes.customer().deserializer(), Customer::customerId),
                byKey(tables::putCustomer));
    }

    static void addMenu(Topology topology, WireSerdes serdes, MenuListings menu) {
        addTable(topology, Stores.MENU, menu(serdes), menu::put);
    }

    static void addTo(Topology topology, WireSerdes serdes, StockTables tables) {
        addTable(
                topology,
                Stores.STOCK_LEVELS,
                new Reference<>(Topics.STOCK_LEVELS, serdes.stockLevel().deserializer(), StockLevel::outletId),
                byKey(tables::putLevel));
    }

    private static Reference<MenuItem> menu(WireSerdes serdes) {
        return new Reference<>(Topics.MENU, serdes.menuItem().deserializer(), MenuItem::itemId);
    }

    private static <V> ReferenceTable<V> byKey(BiConsumer<String, @Nullable V> table) {
        return (key, _, _, value) -> table.accept(key, value);
    }

    /** In memory, because a persistent global store does not come back after a kill under exactly-once (KAFKA-21034). */
    private static <V> void addTable(Topology topology, String store, Reference<V> reference, ReferenceTable<V> table) {
        topology.addGlobalStore(
                org.apache.kafka.streams.state.Stores.keyValueStoreBuilder(
                                org.apache.kafka.streams.state.Stores.inMemoryKeyValueStore(store),
                                Serdes.String(),
                                Serdes.ByteArray())
                        .withLoggingDisabled(),
                reference.topic() + "-source",
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer(),
                reference.topic(),
                "read-" + reference.topic(),
                () -> new ReferenceProcessor<>(store, reference, table));
    }
}
