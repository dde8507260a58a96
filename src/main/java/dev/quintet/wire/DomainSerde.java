package dev.quintet.wire;

import java.time.DateTimeException;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** A serde of domain values: a codec over an Avro serde. Null stays null, so tombstones pass. */
final class DomainSerde<D, A extends SpecificRecord> implements Serde<D> {
    private final Serde<A> avro;
    private final Codec<D, A> codec;

    DomainSerde(Serde<A> avro, Codec<D, A> codec) {
        this.avro = avro;
        this.codec = codec;
    }

    @Override
    public void configure(Map<String, ?> configs, boolean isKey) {
        avro.configure(configs, isKey);
    }

    @Override
    public void close() {
        avro.close();
    }

    @Override
    public Serializer<D> serializer() {
        var serializer = avro.serializer();
        return new Serializer<>() {
            @Override
            @SuppressWarnings("NullAway") // Kafka hands over null for a tombstone, and takes null for one.
            public byte[] serialize(String topic, @Nullable D value) {
                return value == null ? null : bounded(topic, serializer.serialize(topic, codec.toAvro(value)));
            }
        };
    }

    @Override
    public Deserializer<D> deserializer() {
        var deserializer = avro.deserializer();
        return new Deserializer<>() {
            @Override
            @SuppressWarnings("NullAway")
            public D deserialize(String topic, byte @Nullable [] bytes) {
                return bytes == null ? null : toDomain(deserializer.deserialize(topic, bytes));
            }
        };
    }

    /** What the domain refuses to be is as unreadable as bytes that are no Avro. */
    private D toDomain(A record) {
        try {
            return codec.toDomain(record);
        } catch (IllegalArgumentException | IllegalStateException | ArithmeticException | DateTimeException e) {
            throw new PoisonRecordException("The content breaks a rule: " + e.getMessage(), e);
        }
    }

    private static byte[] bounded(String topic, byte[] bytes) {
        if (bytes.length > Topics.VALUE_BYTES_MAX) {
            throw new TooLargeException(topic, bytes);
        }
        return bytes;
    }
}
