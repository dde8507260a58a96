package dev.quintet.local;

import dev.quintet.domain.order.OrderEvent;
import dev.quintet.domain.order.OrderFact;
import dev.quintet.wire.Partitions;
import dev.quintet.wire.Topics;
import dev.quintet.wire.WireSerdes;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Counts how orders end, as it is committed on order.events from now on. */
public final class OrderOutcomes implements AutoCloseable {
    private final KafkaConsumer<String, OrderEvent> consumer;
    private final Thread reader =
            Thread.ofPlatform().name("order-outcomes").daemon().unstarted(this::read);
    private int completed;
    private int cancelled;
    private int byCustomer;
    private int stuck;

    private OrderOutcomes(KafkaConsumer<String, OrderEvent> consumer) {
        this.consumer = consumer;
    }

    /** Begins to count. */
    public static OrderOutcomes start(Map<String, ?> clientConfigs, WireSerdes serdes) {
        var configs = new HashMap<String, Object>(clientConfigs);
        configs.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        configs.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "latest");
        var outcomes = new OrderOutcomes(new KafkaConsumer<>(
                configs, new StringDeserializer(), serdes.orderEvent().deserializer()));
        outcomes.reader.start();
        return outcomes;
    }

    /** What came since the last report. */
    public synchronized String report() {
        var line = String.format(
                Locale.ROOT,
                "completed %d   cancelled %d (%d by the customer)%s",
                completed,
                cancelled,
                byCustomer,
                stuck == 0 ? "" : "   needing an operator " + stuck);
        completed = 0;
        cancelled = 0;
        byCustomer = 0;
        stuck = 0;
        return line;
    }

    private void read() {
        try (consumer) {
            consumer.assign(Partitions.of(consumer, Topics.ORDER_EVENTS));
            while (true) {
                consumer.poll(Duration.ofSeconds(1))
                        .forEach(event -> count(event.value().fact()));
            }
        } catch (WakeupException _) {
            // Closed.
        }
    }

    private synchronized void count(OrderFact fact) {
        switch (fact) {
            case OrderFact.Completed _ -> completed++;
            case OrderFact.Cancelled(var cause, var _) -> {
                cancelled++;
                byCustomer += cause.equals(OrderFact.Cancelled.BY_CUSTOMER) ? 1 : 0;
            }
            case OrderFact.OperatorNeeded _ -> stuck++;
            default -> {}
        }
    }

    @Override
    public void close() {
        consumer.wakeup();
        try {
            reader.join(Duration.ofSeconds(5));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
