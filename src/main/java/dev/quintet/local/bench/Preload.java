package dev.quintet.local.bench;

import dev.quintet.domain.order.OrderCommand;
import dev.quintet.wire.Topics;
import dev.quintet.wire.WireSerdes;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Puts the orders of a workload on order.commands before anybody reads them. */
final class Preload {
    private Preload() {}

    /** Returns when the broker has them all. Nobody waits for a verdict, so none is written. */
    static void run(BenchPlatform platform, Workload workload) {
        var serdes = new WireSerdes(Map.of("schema.registry.url", platform.registryUrl()));
        Map<String, Object> config = Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                platform.bootstrap(),
                ProducerConfig.COMPRESSION_TYPE_CONFIG,
                "lz4",
                ProducerConfig.LINGER_MS_CONFIG,
                5,
                ProducerConfig.BATCH_SIZE_CONFIG,
                64 << 10);
        var failure = new AtomicReference<@Nullable Exception>();
        try (var producer = new KafkaProducer<String, OrderCommand>(
                config, new StringSerializer(), serdes.orderCommand().serializer())) {
            for (int i = 0; i < workload.orders(); i++) {
                var order = workload.order(i);
                var command = new ProducerRecord<String, OrderCommand>(
                        Topics.ORDER_COMMANDS, null, workload.placedAt(i), order.customerId(), order);
                var _ = producer.send(command, (_, exception) -> {
                    if (exception != null) {
                        failure.set(exception);
                    }
                });
            }
            producer.flush();
        }
        if (failure.get() != null) {
            throw new IllegalStateException("The broker did not take the orders", failure.get());
        }
    }
}
