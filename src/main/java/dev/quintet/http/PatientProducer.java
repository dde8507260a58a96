package dev.quintet.http;

import dev.quintet.wire.Patience;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;

/** The settings of a producer that rather waits for a broker than gives up: nothing is sent twice or out of order. */
final class PatientProducer {
    private PatientProducer() {}

    static Map<String, Object> configs(Map<String, ?> clientConfigs, Patience patience) {
        int longest = Math.toIntExact(patience.longest().toMillis());
        var configs = new HashMap<String, Object>(clientConfigs);
        configs.put(ProducerConfig.ACKS_CONFIG, "all");
        configs.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        configs.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        configs.put(ProducerConfig.LINGER_MS_CONFIG, 5);
        configs.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, longest);
        configs.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, longest);
        configs.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 500);
        return configs;
    }
}
