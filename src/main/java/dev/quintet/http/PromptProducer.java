package dev.quintet.http;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;

/**
 * The settings of a producer whose sender waits for the acknowledgement: nothing is sent twice or out of order, and a
 * broker that is away is told in less than 5 seconds.
 */
final class PromptProducer {
    /** For the schema registry, which is asked once for each kind of record. */
    static final Duration REGISTRY_PATIENCE = Duration.ofSeconds(1);

    /** The longest that all parts of a send may take: finding the partition, and then having the record acknowledged. */
    static final Duration SEND_MAX = Duration.ofMillis(4_500);

    private static final int FIND_MILLIS = 1_500;
    private static final int DELIVER_MILLIS = 3_000;
    private static final int ATTEMPT_MILLIS = 1_500;

    private PromptProducer() {}

    static Map<String, Object> configs(Map<String, ?> clientConfigs) {
        var configs = new HashMap<String, Object>(clientConfigs);
        configs.put(ProducerConfig.ACKS_CONFIG, "all");
        configs.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        configs.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        configs.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, FIND_MILLIS);
        configs.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, DELIVER_MILLIS);
        configs.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, ATTEMPT_MILLIS);
        // A broker that comes back is to be noticed soon.
        configs.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 500);
        return configs;
    }
}
