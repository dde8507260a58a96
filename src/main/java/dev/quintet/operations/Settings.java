package dev.quintet.operations;

import dev.quintet.wire.Clock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the services run by; parsed once, at start.
 *
 * @param instanceId the name of this pod, the same after a restart, so that it takes its partitions back at once
 * @param httpAdvertised HOST:PORT under which other pods reach this one; empty for the address that it listens on
 * @param ordersMemory how long the id of an order is known after its verdict, to admission and to whoever acts for orders
 * @param viewsRetention how long orders are shown after their end
 * @param viewsFactsMax how many facts of one order are shown
 * @param managementPort where probes and metrics answer too; null for nowhere
 * @param pricingPeriod how long pricing leaves a price as it is, at the least
 * @param patience how long nothing may come from a broker that is waited for at the start
 * @param smsFile takes text messages, a line of JSON each
 * @param kafka what goes to the Kafka clients as it is
 */
public record Settings(
        String bootstrap,
        String registryUrl,
        Clock clock,
        Path stateFolder,
        String instanceId,
        int streamThreads,
        int standbyReplicas,
        Duration commitInterval,
        String httpHost,
        int httpPort,
        String httpAdvertised,
        Duration ordersMemory,
        Duration viewsRetention,
        int viewsFactsMax,
        @Nullable Integer managementPort,
        Duration pricingPeriod,
        Duration patience,
        String smtpHost,
        int smtpPort,
        String smtpFrom,
        Path smsFile,
        Map<String, String> kafka) {

    /** The configuration of the Avro serdes. */
    public Map<String, Object> serdeConfigs() {
        var configs = new HashMap<String, Object>(kafka);
        configs.put("schema.registry.url", registryUrl);
        return configs;
    }

    /** The configuration that every Kafka client starts from. */
    public Map<String, Object> clientConfigs() {
        var configs = new HashMap<String, Object>(kafka);
        configs.put("bootstrap.servers", bootstrap);
        return configs;
    }
}
