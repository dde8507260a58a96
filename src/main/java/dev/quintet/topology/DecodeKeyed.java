package dev.quintet.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.quintet.wire.PoisonRecordException;
import java.util.function.Function;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * Turns bytes into a value under its key, or into a dead letter when the value can't be read or stands under another
 * key than its own. An outage of the registry is no dead letter; see {@link DecodeCommands}.
 */
final class DecodeKeyed<V> implements Processor<byte[], byte[], Object, Object> {
    private final Deserializer<V> values;
    private final Function<V, String> keyOf;
    private final Outputs outputs;

    @SuppressWarnings("NullAway.Init")
    private ProcessorContext<Object, Object> context;

    /** The nodes that get what can be read, and what can't. */
    record Outputs(String decoded, String deadLetters) {}

    /**
     * Creates one.
     *
     * @param keyOf the key that a value must stand under; throws {@link PoisonRecordException} when its content is bad
     */
    DecodeKeyed(Deserializer<V> values, Function<V, String> keyOf, Outputs outputs) {
        this.values = values;
        this.keyOf = keyOf;
        this.outputs = outputs;
    }

    @Override
    public void init(ProcessorContext<Object, Object> context) {
        this.context = context;
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        var origin = context.recordMetadata().orElseThrow();
        Record<Object, Object> decoded;
        try {
            var value = decode(origin.topic(), record.key(), record.value());
            decoded = record.<Object>withKey(keyOf.apply(value)).withValue(value);
        } catch (PoisonRecordException e) {
            context.forward(DeadLetters.of(record, origin, String.valueOf(e.getMessage())), outputs.deadLetters());
            return;
        }
        context.forward(decoded, outputs.decoded());
    }

    private V decode(String topic, byte @Nullable [] key, byte @Nullable [] bytes) {
        if (key == null || bytes == null) {
            throw new PoisonRecordException((key == null ? "The key" : "The value") + " is missing");
        }
        var value = values.deserialize(topic, bytes);
        var expected = keyOf.apply(value);
        if (!expected.equals(new String(key, UTF_8))) {
            throw new PoisonRecordException("The key must be " + expected + ", as the value says");
        }
        return value;
    }
}
