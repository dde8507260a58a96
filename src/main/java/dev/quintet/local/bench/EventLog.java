package dev.quintet.local.bench;

import dev.quintet.domain.order.OrderEvent;
import dev.quintet.domain.order.OrderFact;
import dev.quintet.wire.Topics;
import java.util.function.Consumer;

/** Everything that is committed on order.events, from its first fact to its last. */
final class EventLog {
    private EventLog() {}

    /** Whether a fact is that its order was accepted. */
    static boolean isAccepted(OrderEvent event) {
        return event.fact() instanceof OrderFact.Accepted;
    }

    static void read(BenchPlatform platform, Consumer<OrderEvent> reader) {
        var events = platform.serdes().orderEvent();
        var _ = CommittedTopic.read(
                platform, Topics.ORDER_EVENTS, events.deserializer(), record -> reader.accept(record.value()));
    }
}
