package dev.quintet.local.bench;

import static org.apache.kafka.streams.state.Stores.persistentWindowStore;
import static org.apache.kafka.streams.state.Stores.windowStoreBuilder;

import dev.quintet.domain.limit.Admission;
import dev.quintet.domain.limit.SlotWindow;
import dev.quintet.wire.Clock;
import dev.quintet.wire.Stores;
import dev.quintet.wire.Topics;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.WindowStore;

/**
 * What no admission can do without: one write to the store that the slots are kept in, with its changelog, and one
 * record out. Nothing is read, decoded, decided or encoded, so an order costs more than this whatever we do.
 */
final class OneWrite extends ContextualProcessor<byte[], byte[], byte[], byte[]> {
    private static final String STORE = "one-write";

    static Topology build() {
        var store = windowStoreBuilder(
                        persistentWindowStore(
                                STORE,
                                Stores.slotRetention(Clock.BROKER, Admission.MEMORY_LEAST),
                                Stores.SLOT_WINDOW,
                                false),
                        Serdes.ByteArray(),
                        Serdes.ByteArray())
                .withCachingDisabled()
                .withLoggingEnabled(Stores.slotChangelog(Clock.BROKER));
        return new Topology()
                .addSource(
                        AutoOffsetReset.earliest(),
                        "one-write-source",
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer(),
                        Topics.ORDER_COMMANDS)
                .addProcessor("one-write-processor", OneWrite::new, "one-write-source")
                .addStateStore(store, "one-write-processor")
                .addSink(
                        "one-write-sink",
                        BenchTopics.PASSED_THROUGH,
                        new ByteArraySerializer(),
                        new ByteArraySerializer(),
                        "one-write-processor");
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        WindowStore<byte[], byte[]> store = context().getStateStore(STORE);
        store.put(record.key(), record.value(), SlotWindow.startOf(record.timestamp()));
        context().forward(record);
    }
}
