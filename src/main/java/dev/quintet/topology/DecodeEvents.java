package dev.quintet.topology;

import dev.quintet.domain.order.Ids;
import dev.quintet.domain.order.OrderEvent;
import dev.quintet.wire.PoisonRecordException;
import dev.quintet.wire.Topics;
import dev.quintet.wire.WireSerdes;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
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
     * @param deadLetters the node that gets what nobody can read
     */
    static void addTo(Topology topology, WireSerdes serdes, String next, String deadLetters) {
        addTo(topology, serdes, AutoOffsetReset.earliest(), next, deadLetters);
    }

    /** The same for a service that does not begin with the first event. */
    static void addTo(Topology topology, WireSerdes serdes, AutoOffsetReset reset, String next, String deadLetters) {
        topology.addSource(
                        reset,
                        "order-events-source",
                        new RecordTime(),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer(),
                        Topics.ORDER_EVENTS)
                .addProcessor(NODE, () -> new DecodeOrBury(decoding(serdes, next), deadLetters), "order-events-source");
    }

    private static Decoding decoding(WireSerdes serdes, String next) {
        return new DecodeKeyed<>(serdes.orderEvent().deserializer(), DecodeEvents::orderOf, next);
    }

    private static String orderOf(OrderEvent event) {
        if (!Ids.isValid(event.orderId()) || !Ids.isValid(event.customerId())) {
            throw new PoisonRecordException("Order id and customer id must be " + Ids.RULE);
        }
        return event.orderId();
    }
}
