package dev.quintet.topology;

import static org.apache.kafka.streams.state.Stores.persistentWindowStore;
import static org.apache.kafka.streams.state.Stores.windowStoreBuilder;

import dev.quintet.domain.notification.OrderContent;
import dev.quintet.wire.Stores;
import dev.quintet.wire.Topics;
import dev.quintet.wire.WireSerdes;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.WindowStore;

/** The notification service: writes what customers are told into the outbox, from where it is sent. */
public final class NotificationTopology {
    static final String WRITE = "write-messages";
    static final String OUTBOX = "notification-outbox-sink";

    private NotificationTopology() {}

    /** The topology; it fills {@code customers} while it runs. */
    public static Topology build(WireSerdes serdes, CustomerTables customers) {
        var topology = new Topology();
        ReferenceTopology.addTo(topology, serdes, customers);
        DecodeEvents.addTo(topology, serdes, WRITE);
        topology.addProcessor(WRITE, () -> new WriteMessages(customers), DecodeEvents.NODE)
                .addStateStore(orderContents(serdes), WRITE)
                .addSink(
                        OUTBOX,
                        Topics.NOTIFICATION_OUTBOX,
                        new StringSerializer(),
                        serdes.outboxMessage().serializer(),
                        WRITE);
        return DeadLetters.addSink(topology, DecodeEvents.NODE);
    }

    /** Expires by itself. Each order is a window of its own, at its time. */
    private static StoreBuilder<WindowStore<String, OrderContent>> orderContents(WireSerdes serdes) {
        return windowStoreBuilder(
                        persistentWindowStore(
                                Stores.ORDER_CONTENTS, Stores.MEMORY_RETENTION, Stores.ANSWER_WINDOW, false),
                        Serdes.String(),
                        serdes.orderContent())
                .withCachingDisabled()
                .withLoggingEnabled(Stores.memoryChangelog());
    }
}
