package dev.quintet.wire;

import org.apache.kafka.common.KafkaException;

/**
 * The schema registry answered, and said no: to a schema, to our credentials, or to the address. Neither the record nor
 * time is at fault: somebody must mend the schema or the settings, as the message says.
 */
public final class RegistryRefusedException extends KafkaException {
    public RegistryRefusedException(String message) {
        super(message);
    }
}
