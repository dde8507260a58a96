package dev.quintet.local.bench;

import static org.apache.kafka.streams.state.Stores.keyValueStoreBuilder;
import static org.apache.kafka.streams.state.Stores.persistentKeyValueStore;

import dev.quintet.wire.Topics;
import dev.quintet.wire.WireSerdes;
import java.util.Map;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.Topology;

/**
 * The road not taken: the same orders judged by the same rules from a key-value store that keeps one customer's slots in
 * one row. It has no dead letters, no answers and no reference topics, so what it saves is a little overstated.
 */
final class RingTopology {
    static final String STORE = "limit-ring";

    private RingTopology() {}

    static Topology build(WireSerdes serdes) {
        var ring = keyValueStoreBuilder(
                        persistentKeyValueStore(STORE), Serdes.String(), RingSerde.of(serdes.slotWindow()))
                .withCachingDisabled()
                .withLoggingEnabled(Map.of("cleanup.policy", "compact"));
        return new Topology()
                .addSource(
                        AutoOffsetReset.earliest(),
                        "order-commands-source",
                        new StringDeserializer(),
                        serdes.orderCommand().deserializer(),
                        Topics.ORDER_COMMANDS)
                .addProcessor("admit-orders", () -> new RingAdmission(new BenchReference()), "order-commands-source")
                .addStateStore(ring, "admit-orders")
                .addSink(
                        "order-events-sink",
                        Topics.ORDER_EVENTS,
                        new StringSerializer(),
                        serdes.orderEvent().serializer(),
                        "admit-orders");
    }
}
