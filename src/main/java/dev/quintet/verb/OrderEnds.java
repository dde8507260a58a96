package dev.quintet.verb;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.quintet.domain.order.OrderEvent;
import dev.quintet.domain.order.Timestamps;
import dev.quintet.domain.order.Verdict;
import dev.quintet.domain.view.OrderView;
import dev.quintet.wire.PoisonRecordException;
import dev.quintet.wire.Topics;
import dev.quintet.wire.WireSerdes;
import java.time.Duration;
import java.util.LinkedHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/** Follows an order on order.events to its end. */
final class OrderEnds implements AutoCloseable {
    /** The longest time between two tries of a step, in which an order has nothing to tell. */
    private static final Duration BETWEEN_TRIES = Duration.ofMinutes(5);

    private final CommittedLog log;
    private final Cluster cluster;
    private final Deserializer<OrderEvent> events;

    private OrderEnds(Cluster cluster, WireSerdes serdes) {
        this.cluster = cluster;
        log = CommittedLog.openAtEnd(cluster, Topics.ORDER_EVENTS);
        events = serdes.orderEvent().deserializer();
    }

    /** Begins to listen. Orders are to be placed after this. */
    static OrderEnds listen(Cluster cluster, WireSerdes serdes) {
        return new OrderEnds(cluster, serdes);
    }

    /**
     * Waits until an order has ended.
     *
     * @throws VerbException when it has told nothing for too long
     */
    OrderView await(Verdict verdict) {
        if (!verdict.duplicate()) {
            return follow(log, verdict);
        }
        // It was placed before, so its facts may be anywhere.
        try (var whole = CommittedLog.open(cluster, Topics.ORDER_EVENTS)) {
            return follow(whole, verdict);
        }
    }

    private OrderView follow(CommittedLog from, Verdict verdict) {
        var fold = new Fold(verdict.orderId(), verdict.customerId());
        var patience = cluster.patience().atLeast(BETWEEN_TRIES);
        var wait = patience.begin("the end of order " + verdict.orderId(), () -> fold.facts);
        while (!wait.isOver()) {
            from.readOn(fold::add);
            if (fold.view != null && fold.view.status().isTerminal()) {
                return fold.view;
            }
        }
        throw new VerbException("Order " + verdict.orderId() + " has not ended, and has told nothing for "
                + patience.silence().toSeconds() + " s; quintet tail order.events --from-beginning --order "
                + verdict.orderId() + " tells its story");
    }

    /** The end as a line of JSON, with the words of {@code GET /v1/orders}. */
    static String line(OrderView order) {
        var line = new LinkedHashMap<String, @Nullable Object>();
        line.put("orderId", order.orderId());
        line.put("customerId", order.customerId());
        line.put("status", order.status().name());
        line.put("version", order.version());
        line.put("cancelCause", order.cancelCause());
        line.put("changedAt", Timestamps.text(order.changedAt()));
        return Json.line(line);
    }

    private final class Fold {
        private final String orderId;
        private final String customerId;
        private @Nullable OrderView view;
        private long facts;

        private Fold(String orderId, String customerId) {
            this.orderId = orderId;
            this.customerId = customerId;
        }

        private void add(ConsumerRecord<byte[], byte[]> record) {
            if (record.key() == null || !orderId.equals(new String(record.key(), UTF_8))) {
                return;
            }
            try {
                var event = events.deserialize(record.topic(), record.value());
                if (event != null && event.customerId().equals(customerId)) {
                    view = OrderView.apply(view, event);
                    facts++;
                }
            } catch (PoisonRecordException | IllegalArgumentException _) {
                // A dead letter of the views, which say so; the order's own facts follow.
            }
        }
    }

    @Override
    public void close() {
        log.close();
    }
}
