package dev.quintet.wire;

import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.utils.Utils;

/** Which serde writes Avro: ours, or one that the settings name, such as Confluent's SpecificAvroSerde. */
final class SerdeChoice {
    static final String SERDE_CLASS = "quintet.avro.serde.class";

    private SerdeChoice() {}

    /**
     * A serde that is not configured yet.
     *
     * @throws ConfigException when there is no such serde on the class path
     */
    static <A extends SpecificRecord> Serde<A> of(Class<A> type, Map<String, ?> configs) {
        var name = configs.get(SERDE_CLASS);
        if (name == null) {
            return new AvroSerde<>(type);
        }
        try {
            @SuppressWarnings("unchecked") // What it reads is checked by ForeignSerde.
            Serde<SpecificRecord> foreign = Utils.newInstance(name.toString(), Serde.class);
            return new ForeignSerde<>(type, foreign);
        } catch (ClassNotFoundException | ClassCastException | KafkaException e) {
            throw new ConfigException(
                    SERDE_CLASS,
                    name,
                    "no such serde on the class path; Confluent's comes with the Maven profile confluent");
        }
    }
}
