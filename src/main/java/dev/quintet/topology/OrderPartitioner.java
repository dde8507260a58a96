package dev.quintet.topology;

import dev.quintet.domain.notification.Message;
import dev.quintet.wire.OrderPartitions;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.streams.processor.StreamPartitioner;

/** Puts messages into the partition of the order that they are about, so that one task of the views knows both. */
final class OrderPartitioner implements StreamPartitioner<String, Message> {
    @Override
    public Optional<Set<Integer>> partitions(String topic, String key, Message message, int partitions) {
        return Optional.of(Set.of(OrderPartitions.of(message.orderId(), partitions)));
    }
}
