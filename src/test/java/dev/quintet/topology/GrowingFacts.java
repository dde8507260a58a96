package dev.quintet.topology;

import dev.quintet.domain.order.OrderEvent;
import dev.quintet.domain.order.OrderFact;
import dev.quintet.domain.participant.Reply;
import dev.quintet.harness.Facts;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;

/** Makes facts of any size: as many characters as the key says. */
final class GrowingFacts extends ContextualProcessor<String, Reply, String, OrderEvent> {
    static final Reply ANY = new Reply("c-1", "o-1", null, null);

    @Override
    public void process(Record<String, Reply> record) {
        var fact = new OrderFact.CancelRequested("customer", "r".repeat(Integer.parseInt(record.key())));
        context()
                .forward(record.withKey("o-1")
                        .withValue(Facts.of("o-1", "alice").then(fact).events().getFirst()));
    }
}
