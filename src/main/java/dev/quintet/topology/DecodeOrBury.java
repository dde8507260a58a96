package dev.quintet.topology;

import dev.quintet.wire.PoisonRecordException;
import java.util.List;
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

    DecodeOrBury(Decoding decoding) {
        this.decoding = decoding;
    }

    @Override
    public void init(ProcessorContext<Object, Object> context) {
        this.context = context;
        buried = new Tally(
                context, "dead-letters-total", "Records that nobody could read, by topic", "topic", List.of());
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        var origin = context.recordMetadata().orElseThrow();
        Decoding.Decoded decoded;
        try {
            decoded = decoding.decode(origin.topic(), record.key(), record.value());
        } catch (PoisonRecordException e) {
            buried.count(origin.topic());
            context.forward(DeadLetters.of(record, origin, String.valueOf(e.getMessage())), DeadLetters.NODE);
            return;
        }
        context.forward(record.withKey(decoded.key()).withValue(decoded.value()), decoded.next());
    }
}
