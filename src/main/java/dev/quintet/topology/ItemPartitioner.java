package dev.quintet.topology;

import java.util.Optional;
import java.util.Set;
import org.apache.kafka.streams.processor.StreamPartitioner;

/** Puts all demand for an item into one partition, and tells which: the task of that partition sets the item's price. */
final class ItemPartitioner implements StreamPartitioner<String, Long> {
    static int partition(String itemId, int partitions) {
        return Math.floorMod(itemId.hashCode(), partitions);
    }

    @Override
    public Optional<Set<Integer>> partitions(String topic, String itemId, Long pieces, int partitions) {
        return Optional.of(Set.of(partition(itemId, partitions)));
    }
}
