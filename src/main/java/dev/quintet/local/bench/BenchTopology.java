package dev.quintet.local.bench;

import dev.quintet.topology.OrdersTopology;
import dev.quintet.topology.ReferenceTables;
import dev.quintet.wire.Clock;
import dev.quintet.wire.WireSerdes;
import org.apache.kafka.streams.Topology;

/** What a step runs. */
enum BenchTopology {
    PASS_THROUGH,
    ONE_WRITE,
    /** As it runs by the broker's clock. Only the commands' topic keeps the times that the orders come with. */
    ADMISSION,
    RING;

    Topology build(WireSerdes serdes) {
        return switch (this) {
            case PASS_THROUGH -> PassThrough.build();
            case ONE_WRITE -> OneWrite.build();
            case ADMISSION -> OrdersTopology.admissionOnly(serdes, new ReferenceTables(), Clock.BROKER);
            case RING -> RingTopology.build(serdes);
        };
    }
}
