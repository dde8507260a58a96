package dev.quintet.topology;

import dev.quintet.wire.BadReference;
import dev.quintet.wire.PoisonRecordException;
import dev.quintet.wire.Surroundings;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.KeyValueStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a reference topic into a table, and keeps the bytes in the global store.
 *
 * <p>A record that does not count leaves the one before it in force, since a shop that goes on with yesterday's price is
 * better than one that stops. It becomes a dead letter by {@link Surroundings#bury}, as processors of global stores can
 * forward nothing. Every service meets it again at every start; it is buried once.
 */
final class ReferenceProcessor<V> implements Processor<byte[], byte[], Void, Void> {
    private static final Logger LOG = LoggerFactory.getLogger(ReferenceProcessor.class);

    private final String storeName;
    private final Reference<V> reference;
    private final ReferenceTable<V> table;

    @SuppressWarnings("NullAway.Init")
    private ProcessorContext<Void, Void> context;

    @SuppressWarnings("NullAway.Init")
    private KeyValueStore<String, byte[]> store;

    @SuppressWarnings("NullAway.Init")
    private Surroundings surroundings;

    @SuppressWarnings("NullAway.Init")
    private Tally leftOut;

    ReferenceProcessor(String storeName, Reference<V> reference, ReferenceTable<V> table) {
        this.storeName = storeName;
        this.reference = reference;
        this.table = table;
    }

    @Override
    public void init(ProcessorContext<Void, Void> context) {
        this.context = context;
        store = context.getStateStore(storeName);
        surroundings = Surroundings.of(context.appConfigs());
        leftOut = DeadLetters.tally(context);
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        var origin = context.recordMetadata().orElseThrow();
        try {
            var entry = read(record, origin);
            table.put(entry.key(), record, origin.offset(), entry.value());
            store.put(entry.key(), record.value());
        } catch (PoisonRecordException e) {
            leave(record, origin, String.valueOf(e.getMessage()));
        }
    }

    /** Waits for a registry or a broker that is away however long it takes: Kafka Streams replaces no thread that reads global stores. */
    private Reference.Entry<V> read(Record<byte[], byte[]> record, RecordMetadata origin) {
        while (true) {
            try {
                return reference.read(record, origin, surroundings);
            } catch (RetriableException e) {
                if (Thread.currentThread().isInterrupted()) {
                    throw e;
                }
                LOG.warn("{} can't be read for now and is tried again: {}", reference.topic(), e.getMessage());
            }
        }
    }

    private void leave(Record<byte[], byte[]> record, RecordMetadata origin, String cause) {
        LOG.warn(
                "record {} of {}-{} does not count, the one before it stays in force: {}",
                origin.offset(),
                origin.topic(),
                origin.partition(),
                cause);
        leftOut.count(origin.topic());
        var read = new ConsumerRecord<>(
                origin.topic(),
                origin.partition(),
                origin.offset(),
                record.timestamp(),
                TimestampType.CREATE_TIME,
                ConsumerRecord.NULL_SIZE,
                ConsumerRecord.NULL_SIZE,
                record.key(),
                record.value(),
                record.headers(),
                Optional.empty());
        surroundings.bury(new BadReference(read, cause));
    }
}
