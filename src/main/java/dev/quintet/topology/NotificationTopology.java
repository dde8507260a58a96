package dev.quintet.topology;

import dev.quintet.domain.limit.Admission;
import dev.quintet.wire.Stores;
import dev.quintet.wire.Topics;
import dev.quintet.wire.WireSerdes;
import java.time.Duration;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.Topology;

/** The notification service: writes what customers are told into the outbox, from where it is sent. */
public final class NotificationTopology {
    static final String WRITE = "write-messages";
    static final String OUTBOX = "notification-outbox-sink";

    private NotificationTopology() {}

    /** The topology; it fills {@code customers} while it runs. */
    public static Topology build(WireSerdes serdes, CustomerTables customers) {
        return build(serdes, customers, Admission.MEMORY_LEAST);
    }

    /** The same, but what was ordered is remembered for {@code memory}. */
    public static Topology build(WireSerdes serdes, CustomerTables customers, Duration memory) {
        var topology = new Topology();
        ReferenceTopology.addTo(topology, serdes, customers);
        DecodeEvents.addTo(topology, serdes, WRITE);
        topology.addProcessor(WRITE, () -> new WriteMessages(customers, memory), DecodeEvents.NODE)
                .addStateStore(WrittenOnce.store(Stores.ORDER_CONTENTS, memory, serdes.orderContent()), WRITE)
                .addSink(
                        OUTBOX,
                        Topics.NOTIFICATION_OUTBOX,
                        new StringSerializer(),
                        serdes.outboxMessage().serializer(),
                        new OrderPartitioner(),
                        WRITE);
        return DeadLetters.addSink(topology, DecodeEvents.NODE);
    }
}
