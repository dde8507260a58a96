package dev.quintet.operations;

import static org.apache.kafka.streams.StreamsConfig.globalConsumerPrefix;
import static org.apache.kafka.streams.StreamsConfig.mainConsumerPrefix;
import static org.apache.kafka.streams.StreamsConfig.producerPrefix;

import dev.quintet.wire.ApplicationIds;
import dev.quintet.wire.BuryOrFail;
import dev.quintet.wire.BuryUnsendable;
import dev.quintet.wire.Topics;
import dev.quintet.wire.ViewsGeneration;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;

/** How every Streams application of ours is configured. */
final class StreamsProperties {
    /** How long the services that nobody waits for let records gather at the most. Of views, readers notice. */
    private static final Map<String, Duration> PATIENCE = Map.of(
            ApplicationIds.VIEWS, Duration.ofMillis(20),
            ApplicationIds.NOTIFICATION, Duration.ofMillis(100),
            ApplicationIds.PRICING, Duration.ofMillis(500));

    /** For the orders that are on their way, and the few rows that every fact changes; the other stores have no cache. */
    private static final int VIEWS_CACHE_BYTES = 16 << 20;

    private StreamsProperties() {}

    static Properties of(Settings settings, String applicationId) {
        var properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, applicationId);
        properties.put(StreamsConfig.STATE_DIR_CONFIG, settings.stateFolder().toString());
        properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        properties.put(
                StreamsConfig.COMMIT_INTERVAL_MS_CONFIG,
                settings.commitInterval().toMillis());
        properties.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, settings.streamThreads());
        properties.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, settings.standbyReplicas());
        properties.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, -1);
        properties.put(
                StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG,
                ViewsGeneration.isOne(applicationId) ? VIEWS_CACHE_BYTES : 0);
        properties.put(StreamsConfig.TOPOLOGY_OPTIMIZATION_CONFIG, StreamsConfig.NO_OPTIMIZATION);
        properties.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedRocksDb.class);
        // A broken invariant stops the task and rolls back; a handler that goes on would commit half a step.
        properties.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, BuryOrFail.class);
        properties.put(StreamsConfig.PRODUCTION_EXCEPTION_HANDLER_CLASS_CONFIG, BuryUnsendable.class);
        // Its constant is deprecated since 5.0 will have it on; until then Kafka warns at each start unless it is set.
        properties.put("processing.exception.handler.global.enabled", true);
        properties.put(globalConsumerPrefix(ConsumerConfig.INTERCEPTOR_CLASSES_CONFIG), ReferenceTimes.class.getName());
        addConsumer(properties, settings);
        addPatience(properties, applicationId);
        addProducer(properties);
        properties.putAll(settings.clientConfigs());
        return properties;
    }

    /** A pod that comes back under its name takes its partitions back at once, even after a kill. */
    private static void addConsumer(Properties properties, Settings settings) {
        properties.put(mainConsumerPrefix(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG), settings.instanceId());
        properties.put(mainConsumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), 10_000);
        properties.put(mainConsumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG), 2_500);
    }

    /**
     * Nobody waits for what these services write, so they let facts gather for a moment: a fetch for every commit of the
     * orders service would cost them and the broker more than what is in it.
     */
    private static void addPatience(Properties properties, String applicationId) {
        var patience = PATIENCE.get(ViewsGeneration.isOne(applicationId) ? ApplicationIds.VIEWS : applicationId);
        if (patience != null) {
            properties.put(mainConsumerPrefix(ConsumerConfig.FETCH_MIN_BYTES_CONFIG), 64 << 10);
            properties.put(mainConsumerPrefix(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG), (int) patience.toMillis());
        }
    }

    private static void addProducer(Properties properties) {
        properties.put(producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "lz4");
        // Nothing is visible before the commit, which sends at once what lingers; smaller batches only cost CPU.
        properties.put(producerPrefix(ProducerConfig.LINGER_MS_CONFIG), 100);
        properties.put(producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG), 64 << 10);
        // What a dead pod leaves open blocks readers of committed records until the broker gives it up.
        properties.put(producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG), 10_000);
        properties.put(producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG), Topics.DEAD_LETTER_BYTES_MAX);
    }
}
