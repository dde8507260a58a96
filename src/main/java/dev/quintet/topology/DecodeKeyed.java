package dev.quintet.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.quintet.wire.PoisonRecordException;
import java.util.function.Function;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/**
 * Values that must stand under a key of their own.
 *
 * @param keyOf the key that a value must stand under; throws {@link PoisonRecordException} when its content is bad
 * @param next the node that gets what can be read
 */
record DecodeKeyed<V>(Deserializer<V> values, Function<V, String> keyOf, String next) implements Decoding {
    @Override
    public Decoded decode(String topic, byte @Nullable [] key, byte @Nullable [] bytes) {
        if (key == null || bytes == null) {
            throw new PoisonRecordException((key == null ? "The key" : "The value") + " is missing");
        }
        var value = values.deserialize(topic, bytes);
        var expected = keyOf.apply(value);
        if (!expected.equals(new String(key, UTF_8))) {
            throw new PoisonRecordException("The key must be " + expected + ", as the value says");
        }
        return new Decoded(expected, value, next);
    }
}
