package dev.quintet.topology;

import dev.quintet.wire.PoisonRecordException;
import dev.quintet.wire.Surroundings;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Turns the bytes of a record into what they say, or into a dead letter for {@link DeadLetters#NODE}.
 *
 * <p>A step of the topology and not a deserialization handler, because it needs key and value together: a command under
 * the key of another customer would be judged in the wrong partition. An outage of the registry is no dead letter; it
 * leaves here as an exception, the transaction rolls back, and the record is read again. What goes wrong further down is
 * none either, so nothing is forwarded from within the attempt.
 */
final class DecodeOrBury implements Processor<byte[], byte[], Object, Object> {
    private final Decoding decoding;

    @SuppressWarnings("NullAway.Init")
    private ProcessorContext<Object, Object> context;

    @SuppressWarnings("NullAway.Init")
    private Tally buried;

    @SuppressWarnings("NullAway.Init")
    private Placement placement;

    DecodeOrBury(Decoding decoding) {
        this.decoding = decoding;
    }

    @Override
    public void init(ProcessorContext<Object, Object> context) {
        this.context = context;
        placement = new Placement(Surroundings.of(context.appConfigs()));
        buried = DeadLetters.tally(context);
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        var origin = context.recordMetadata().orElseThrow();
        Decoding.Decoded decoded;
        try {
            decoded = decoding.decode(origin.topic(), record.key(), record.value());
            placement.require(origin, decoding, record.key(), decoded, record.timestamp());
        } catch (PoisonRecordException e) {
            buried.count(origin.topic());
            context.forward(DeadLetters.of(record, origin, String.valueOf(e.getMessage())), DeadLetters.NODE);
            return;
        }
        context.forward(record.withKey(decoded.key()).withValue(decoded.value()), decoded.next());
    }
}
