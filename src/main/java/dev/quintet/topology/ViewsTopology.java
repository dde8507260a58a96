package dev.quintet.topology;

import dev.quintet.wire.WireSerdes;
import org.apache.kafka.streams.Topology;

/** The views service: what HTTP answers from. So far that is the reference data. */
public final class ViewsTopology {
    private ViewsTopology() {}

    /** The topology; it fills {@code tables} while it runs. */
    public static Topology build(WireSerdes serdes, ReferenceTables tables) {
        var topology = new Topology();
        ReferenceTopology.addTo(topology, serdes, tables);
        return topology;
    }
}
