package dev.quintet.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.quintet.wire.KeyPartition;
import dev.quintet.wire.PoisonRecordException;
import dev.quintet.wire.Surroundings;
import java.util.Arrays;
import java.util.function.Function;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;

/**
 * What a record of a reference topic must keep to.
 *
 * @param keyOf the id that a value must stand under
 */
record Reference<V>(String topic, Deserializer<V> values, Function<V, String> keyOf) {
    /** A record that counts; the value is null when what stands under the key was withdrawn. */
    record Entry<V>(String key, @Nullable V value) {}

    /**
     * Reads a record.
     *
     * @throws PoisonRecordException when it does not count: the one before it stays in force
     */
    Entry<V> read(Record<byte[], byte[]> record, RecordMetadata origin, Surroundings surroundings) {
        byte @Nullable [] bytes = record.key();
        require(bytes != null, "The key is missing");
        var key = new String(bytes, UTF_8);
        require(bytes.length > 0 && Arrays.equals(bytes, key.getBytes(UTF_8)), "The key must be an id in UTF-8");
        require(
                record.timestamp() > 0,
                "The record has no timestamp; the topic must have LogAppendTime, which quintet topics check would tell");
        int partitions = surroundings.partitions(topic);
        int home = KeyPartition.of(bytes, partitions);
        require(
                home == origin.partition(),
                "The record lies in partition " + origin.partition() + " of " + partitions + " and belongs in " + home
                        + ", by " + KeyPartition.RULE);
        var value = values.deserialize(topic, record.value());
        var expected = value == null ? key : keyOf.apply(value);
        require(key.equals(expected), "The key must be " + expected + ", as the value says");
        return new Entry<>(key, value);
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new PoisonRecordException(otherwise);
        }
    }
}
