package dev.quintet.topology;

import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.Topology;

/**
 * A source that gives keys and values as bytes, for {@link DecodeOrBury}: whether they can be read is decided in the
 * topology.
 */
final class RawSource {
    private RawSource() {}

    /** Adds a source that begins with the first record of its topics. */
    static Topology addTo(Topology topology, String name, String... topics) {
        return addTo(topology, AutoOffsetReset.earliest(), name, topics);
    }

    /** The same for one that does not begin with the first record. */
    static Topology addTo(Topology topology, AutoOffsetReset reset, String name, String... topics) {
        return topology.addSource(
                reset, name, new RecordTime(), new ByteArrayDeserializer(), new ByteArrayDeserializer(), topics);
    }
}
