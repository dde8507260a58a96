package dev.quintet.topology;

import dev.quintet.domain.shipping.Shipment;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.streams.processor.StreamPartitioner;

/** Puts all shipments of a region into one partition, so that whoever drives there reads nothing else. */
final class RegionPartitioner implements StreamPartitioner<String, Shipment> {
    @Override
    public Optional<Set<Integer>> partitions(String topic, String orderId, Shipment shipment, int partitions) {
        return Optional.of(Set.of(Math.floorMod(shipment.region().hashCode(), partitions)));
    }
}
