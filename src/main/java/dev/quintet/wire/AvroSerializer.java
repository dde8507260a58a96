package dev.quintet.wire;

import dev.quintet.wire.RegistryClient.Purpose;
import java.io.IOException;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** Writes records in Confluent's wire format. May be shared by threads. Null stays null. */
final class AvroSerializer<T extends SpecificRecord> implements Serializer<T> {
    private final AvroType<T> type;
    private final SerdeConfig config;
    private final boolean isKey;
    private final RegistryClient registry;
    private final SpecificDatumWriter<T> writer;
    private final Spare<ValueEncoder> encoders = new Spare<>(ValueEncoder::new);
    private final ConcurrentHashMap<String, Integer> idsByTopic = new ConcurrentHashMap<>();

    AvroSerializer(AvroType<T> type, SerdeConfig config, boolean isKey) {
        this.type = type;
        this.config = config;
        this.isKey = isKey;
        this.registry = RegistryClient.shared(config.registry());
        this.writer = new SpecificDatumWriter<>(type.schema(), type.data());
    }

    /**
     * Writes a record.
     *
     * @throws RegistryUnavailableException when the registry does not answer
     * @throws RegistryRefusedException when it does not take the schema
     */
    @Override
    @SuppressWarnings("NullAway") // Kafka takes null for a tombstone.
    public byte[] serialize(String topic, @Nullable T value) {
        if (value == null) {
            return null;
        }
        var encoder = encoders.take();
        encoder.begin(schemaId(topic));
        try {
            writer.write(value, encoder);
        } catch (IOException | RuntimeException e) {
            throw new SerializationException("This " + type.name() + " does not fit its schema", e);
        }
        var bytes = encoder.end();
        encoders.giveBack(encoder);
        return bytes;
    }

    /** Has the registry know what is written to a topic before the first record is, which then needs not wait for it. */
    void introduce(String topic) {
        var _ = schemaId(topic);
    }

    private int schemaId(String topic) {
        var known = idsByTopic.get(topic);
        if (known == null) {
            var subject = config.naming().subject(topic, isKey, type.name());
            known = registry.id(purpose(), subject, type.schema());
            idsByTopic.put(topic, known);
        }
        return known;
    }

    private Purpose purpose() {
        if (config.autoRegister()) {
            return Purpose.REGISTER;
        }
        return config.useLatest() ? Purpose.FIND_LATEST : Purpose.FIND;
    }
}
