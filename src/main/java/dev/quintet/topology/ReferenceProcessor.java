package dev.quintet.topology;

import dev.quintet.wire.PoisonRecordException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a reference topic into a table, and keeps the bytes in the global store.
 *
 * <p>A record that nobody can read leaves the value before it in force: global stores have no dead letters, the topic
 * still has the record, and a shop that goes on with yesterday's price is better than one that stops.
 */
final class ReferenceProcessor<V> implements Processor<String, byte[], Void, Void> {
    private static final Logger LOG = LoggerFactory.getLogger(ReferenceProcessor.class);

    private final String storeName;
    private final String topic;
    private final Deserializer<V> values;
    private final ReferenceTable<V> table;

    @SuppressWarnings("NullAway.Init")
    private ProcessorContext<Void, Void> context;

    @SuppressWarnings("NullAway.Init")
    private KeyValueStore<String, byte[]> store;

    ReferenceProcessor(String storeName, String topic, Deserializer<V> values, ReferenceTable<V> table) {
        this.storeName = storeName;
        this.topic = topic;
        this.values = values;
        this.table = table;
    }

    @Override
    public void init(ProcessorContext<Void, Void> context) {
        this.context = context;
        store = context.getStateStore(storeName);
    }

    @Override
    public void process(Record<String, byte[]> record) {
        try {
            var value = values.deserialize(topic, record.value());
            table.put(record, context.recordMetadata().orElseThrow().offset(), value);
            store.put(record.key(), record.value());
        } catch (PoisonRecordException e) {
            LOG.warn(
                    "{} of {} can't be read, the one before it stays in force: {}",
                    record.key(),
                    topic,
                    e.getMessage());
        }
    }
}
