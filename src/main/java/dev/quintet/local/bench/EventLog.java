package dev.quintet.local.bench;

import dev.quintet.domain.order.OrderEvent;
import dev.quintet.domain.order.OrderFact;
import dev.quintet.wire.Topics;
import dev.quintet.wire.WireSerdes;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Everything that is committed on order.events, from its first fact to its last. */
final class EventLog {
    private EventLog() {}

    /** Whether a fact is that its order was accepted. */
    static boolean isAccepted(OrderEvent event) {
        return event.fact() instanceof OrderFact.Accepted;
    }

    static void read(BenchPlatform platform, Consumer<OrderEvent> reader) {
        var serdes = new WireSerdes(Map.of("schema.registry.url", platform.registryUrl()));
        Map<String, Object> config = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                platform.bootstrap(),
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                IsolationLevel.READ_COMMITTED.toString().toLowerCase(Locale.ROOT));
        try (var consumer = new KafkaConsumer<>(
                config, new StringDeserializer(), serdes.orderEvent().deserializer())) {
            var partitions = consumer.partitionsFor(Topics.ORDER_EVENTS).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions).entrySet();
            while (ends.stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(100)).forEach(fact -> reader.accept(fact.value()));
            }
        }
    }
}
