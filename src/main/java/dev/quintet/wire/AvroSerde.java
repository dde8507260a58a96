package dev.quintet.wire;

import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * A serde of generated Avro classes in Confluent's wire format, for any registry that speaks Confluent's REST API. It
 * and what it hands out may be shared by threads once it is configured.
 */
final class AvroSerde<T extends SpecificRecord> implements Serde<T> {
    private final Class<T> type;
    private @Nullable Serializer<T> serializer;
    private @Nullable Deserializer<T> deserializer;

    AvroSerde(Class<T> type) {
        this.type = type;
    }

    /**
     * Reads the settings of {@link SerdeConfig}. Does not yet call the registry.
     *
     * @throws org.apache.kafka.common.config.ConfigException naming the setting that is wrong
     */
    @Override
    public void configure(Map<String, ?> configs, boolean isKey) {
        var config = SerdeConfig.parse(configs, isKey);
        var avroType = AvroType.of(type);
        serializer = new AvroSerializer<>(avroType, config, isKey);
        deserializer = new AvroDeserializer<>(avroType, config);
    }

    @Override
    public Serializer<T> serializer() {
        return configured(serializer);
    }

    @Override
    public Deserializer<T> deserializer() {
        return configured(deserializer);
    }

    private static <P> P configured(@Nullable P part) {
        if (part == null) {
            throw new IllegalStateException("Call configure first");
        }
        return part;
    }
}
