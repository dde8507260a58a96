package dev.quintet.topology;

import dev.quintet.domain.order.OrderEvent;
import dev.quintet.wire.PoisonRecordException;
import dev.quintet.wire.Topics;
import dev.quintet.wire.WireSerdes;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.Topology;

/** Reads the log of orders: what several services begin with. */
final class DecodeEvents {
    static final String NODE = "decode-events";

    private DecodeEvents() {}

    /**
     * Adds source and decoding to a topology.
     *
     * @param next the node that gets the events
     */
    static void addTo(Topology topology, WireSerdes serdes, String next) {
        addTo(topology, serdes, AutoOffsetReset.earliest(), next);
    }

    /** The same for a service that does not begin with the first event. */
    static void addTo(Topology topology, WireSerdes serdes, AutoOffsetReset reset, String next) {
        RawSource.addTo(topology, reset, "order-events-source", Topics.ORDER_EVENTS)
                .addProcessor(NODE, () -> new DecodeOrBury(decoding(serdes, next)), "order-events-source");
    }

    static Decoding decoding(WireSerdes serdes, String next) {
        return new DecodeKeyed<>(serdes.orderEvent().deserializer(), DecodeEvents::orderOf, next);
    }

    private static String orderOf(OrderEvent event) {
        var problem = event.problem();
        if (problem != null) {
            throw new PoisonRecordException(problem);
        }
        return event.orderId();
    }
}
