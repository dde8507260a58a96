package dev.quintet.local.bench;

import dev.quintet.domain.order.OrderEvent;
import dev.quintet.domain.order.OrderFact;
import dev.quintet.wire.Topics;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;

/** Follows order.events, as committed, and notes when it learns that an order was confirmed or has ended. */
final class OrderWatch implements AutoCloseable {
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration LOOK_EVERY = Duration.ofMillis(50);

    private final KafkaConsumer<String, OrderEvent> events;
    private final Map<String, Long> confirmedNanos = new ConcurrentHashMap<>();
    private final Set<String> ended = ConcurrentHashMap.newKeySet();
    private final Thread thread =
            Thread.ofPlatform().name("order-watch").daemon().unstarted(this::follow);

    private OrderWatch(BenchPlatform platform) {
        var serdes = platform.serdes();
        events = CommittedTopic.open(
                platform, Topics.ORDER_EVENTS, serdes.orderEvent().deserializer(), Map.of());
        events.seekToBeginning(events.assignment());
    }

    static OrderWatch start(BenchPlatform platform) {
        var watch = new OrderWatch(platform);
        watch.thread.start();
        return watch;
    }

    /** When it was seen that an order is confirmed, by {@link System#nanoTime}; null when it was not. */
    @Nullable
    Long confirmedNanos(String orderId) {
        return confirmedNanos.get(orderId);
    }

    /** Waits until orders have ended. False when they have not within the time. */
    boolean awaitEnded(Set<String> orderIds, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!ended.containsAll(orderIds) && System.nanoTime() < deadline) {
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
        }
        return ended.containsAll(orderIds);
    }

    /** @throws IllegalStateException when orders have not ended within two minutes */
    void requireEnded(Set<String> orderIds) {
        if (!awaitEnded(orderIds, Duration.ofMinutes(2))) {
            throw new IllegalStateException("Some of " + orderIds.size() + " orders do not end");
        }
    }

    private void follow() {
        try (events) {
            while (true) {
                for (var event : events.poll(POLL)) {
                    note(event.key(), event.value().fact());
                }
            }
        } catch (WakeupException _) {
            // Closed.
        }
    }

    private void note(String orderId, OrderFact fact) {
        if (fact instanceof OrderFact.Confirmed) {
            confirmedNanos.put(orderId, System.nanoTime());
        } else if (fact.endsOrder()) {
            ended.add(orderId);
        }
    }

    @Override
    public void close() {
        events.wakeup();
        try {
            thread.join(Duration.ofSeconds(5));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
