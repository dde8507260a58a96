package dev.quintet.wire;

import java.util.Map;

/**
 * What the topology of a service knows of its cluster beside the records, and what it can do there that Kafka Streams
 * has no way for. Kafka Streams hands it to processors among the settings of the application.
 */
public interface Surroundings {
    /** The setting. Its value is the object itself. */
    String SETTING = "quintet.surroundings";

    /**
     * How many partitions a topic has. Asked for every record, so what the cluster said is remembered.
     *
     * @throws org.apache.kafka.common.KafkaException when the cluster does not tell in time
     */
    int partitions(String topic);

    /** Makes a dead letter of a record, soon and once, however often and by whomever it is read again. Does not wait. */
    void bury(BadReference record);

    /** Those of an application, from the settings that a processor sees. */
    static Surroundings of(Map<String, Object> settings) {
        if (settings.get(SETTING) instanceof Surroundings surroundings) {
            return surroundings;
        }
        throw new IllegalStateException("The setting " + SETTING + " is missing: a service must know its cluster");
    }
}
