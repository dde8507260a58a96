package dev.quintet.topology;

import static org.apache.kafka.streams.state.Stores.inMemoryKeyValueStore;
import static org.apache.kafka.streams.state.Stores.keyValueStoreBuilder;
import static org.apache.kafka.streams.state.Stores.persistentKeyValueStore;
import static org.apache.kafka.streams.state.Stores.persistentWindowStore;
import static org.apache.kafka.streams.state.Stores.windowStoreBuilder;

import dev.quintet.domain.view.CustomerListener;
import dev.quintet.domain.view.CustomerOrder;
import dev.quintet.domain.view.FactListener;
import dev.quintet.domain.view.SalesMinute;
import dev.quintet.wire.Stores;
import dev.quintet.wire.Topics;
import dev.quintet.wire.ViewsGeneration;
import dev.quintet.wire.WireSerdes;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.WindowStore;

/**
 * The views service: what HTTP answers from. Every row of its stores is also on their changelogs, compacted, so that
 * others may read the projections too.
 */
public final class ViewsTopology {
    static final String ORDERS = "project-orders";
    static final String CUSTOMERS = "list-customer-orders";
    static final String MESSAGES = "keep-messages";
    private static final String DECODE_MESSAGES = "decode-messages";

    private ViewsTopology() {}

    /** The topology of a generation; it fills the tables while it runs, and tells the listeners of what changes. */
    public static Topology build(
            WireSerdes serdes,
            ReferenceTables tables,
            StockTables stock,
            ViewLimits limits,
            FactListener facts,
            CustomerListener customers,
            ViewsGeneration generation) {
        var topology = new Topology();
        ReferenceTopology.addTo(topology, serdes, tables);
        ReferenceTopology.addTo(topology, serdes, stock);
        DecodeEvents.addTo(topology, serdes, ORDERS);
        topology.addProcessor(ORDERS, () -> new ProjectOrders(limits, facts), DecodeEvents.NODE)
                // The facts of an order come close together: its row is written once for each commit, not for each
                // fact.
                .addStateStore(cached(persistentKeyValueStore(Stores.ORDER_VIEWS), serdes.orderView()), ORDERS)
                .addStateStore(store(Stores.ORDER_FACTS, serdes.orderEvent()), ORDERS)
                .addStateStore(sales(serdes), ORDERS)
                // A few rows that every fact changes.
                .addStateStore(cached(inMemoryKeyValueStore(Stores.SAGA_STEPS), serdes.stepLoad()), ORDERS)
                .addStateStore(store(Stores.STUCK_ORDERS, serdes.stuckOrder()), ORDERS)
                .addSink(
                        "customer-orders-sink",
                        generation.customerOrders(),
                        new StringSerializer(),
                        serdes.customerOrder().serializer(),
                        ORDERS);
        RawSource.addTo(topology, "customer-orders-source", generation.customerOrders())
                .addProcessor(
                        "decode-customer-orders",
                        () -> new DecodeOrBury(new DecodeKeyed<>(
                                serdes.customerOrder().deserializer(), CustomerOrder::customerId, CUSTOMERS)),
                        "customer-orders-source")
                .addProcessor(CUSTOMERS, () -> new ListCustomerOrders(limits, customers), "decode-customer-orders")
                .addStateStore(store(Stores.CUSTOMER_ORDERS, serdes.customerOrder()), CUSTOMERS);
        RawSource.addTo(topology, "messages-source", Topics.NOTIFICATION_OUTBOX, Topics.NOTIFICATION_SENT)
                .addProcessor(
                        DECODE_MESSAGES, () -> new DecodeOrBury(DecodeMessages.of(serdes, MESSAGES)), "messages-source")
                .addProcessor(MESSAGES, KeepMessages::new, DECODE_MESSAGES)
                .addStateStore(store(Stores.ORDER_MESSAGES, serdes.orderMessage()), ORDERS, MESSAGES);
        return DeadLetters.addSink(topology, DecodeEvents.NODE, "decode-customer-orders", DECODE_MESSAGES);
    }

    private static StoreBuilder<WindowStore<String, SalesMinute>> sales(WireSerdes serdes) {
        return windowStoreBuilder(
                        persistentWindowStore(Stores.SALES, Stores.SALES_RETENTION, Stores.SALES_WINDOW, false),
                        Serdes.String(),
                        serdes.salesMinute())
                .withCachingDisabled()
                .withLoggingEnabled(Stores.salesChangelog());
    }

    private static <V> StoreBuilder<KeyValueStore<String, V>> cached(KeyValueBytesStoreSupplier rows, Serde<V> values) {
        return keyValueStoreBuilder(rows, Serdes.String(), values)
                .withCachingEnabled()
                .withLoggingEnabled(Stores.rewrittenChangelog());
    }

    private static <V> StoreBuilder<KeyValueStore<String, V>> store(String name, Serde<V> values) {
        return keyValueStoreBuilder(persistentKeyValueStore(name), Serdes.String(), values)
                .withCachingDisabled()
                .withLoggingEnabled(Stores.rewrittenChangelog());
    }
}
