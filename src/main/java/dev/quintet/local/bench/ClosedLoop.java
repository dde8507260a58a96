package dev.quintet.local.bench;

import dev.quintet.domain.order.OrderCommand;
import dev.quintet.domain.order.OrderEvent;
import dev.quintet.wire.Topics;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Places orders on order.commands, each when an earlier one has ended, and follows them on order.events.
 *
 * <p>Everything at once, as the other steps have it, would measure something else: commands are older than the replies
 * that come of them, so all orders would be judged first, and meanwhile the first ones would wait longer than the 5 s that
 * a step may take, and be sent again. With a bounded number on the way each is answered in time. Orders whose payment is
 * never answered do not count among those: they wait for half a minute each, and would keep the others from coming.
 */
final class ClosedLoop implements AutoCloseable {
    /** Enough to keep every service busy, and few enough that a step waits for a second or two. */
    static final int ON_THE_WAY_MAX = 2_000;

    private static final int ON_THE_WAY_FIRST = 100;

    private static final Duration POLL = Duration.ofMillis(20);
    private static final Duration STALLED_AFTER = Duration.ofSeconds(90);

    /** Few, large answers: what following costs the broker is charged to the orders. */
    private static final Map<String, Object> FRUGAL =
            Map.of(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, 64 << 10, ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 50);

    private final SagaWorkload workload;
    private final KafkaConsumer<String, OrderEvent> events;
    private final BenchProducer<OrderCommand> commands;
    private final Map<Integer, OrderEvent> latest = new HashMap<>();
    private int placed;
    private int onTheWay;
    private int ended;
    private int unhurried;

    ClosedLoop(BenchPlatform platform, SagaWorkload workload) {
        this.workload = workload;
        var serdes = platform.serdes();
        events = CommittedTopic.open(
                platform, Topics.ORDER_EVENTS, serdes.orderEvent().deserializer(), FRUGAL);
        events.seekToBeginning(events.assignment());
        commands = BenchProducer.open(platform, serdes.orderCommand().serializer());
    }

    /** How many orders have ended. */
    int ended() {
        return ended;
    }

    /** The last fact of each partition that was followed. */
    Collection<OrderEvent> latest() {
        return latest.values();
    }

    /** Goes on until so many orders have ended, of those whose payment is answered. */
    void runUntil(int hurriedEnded) {
        await(() -> ended - unhurried >= hurriedEnded);
    }

    /** Goes on until every order has ended. */
    void runOut() {
        await(() -> ended >= workload.orders());
    }

    private interface Goal {
        boolean isReached();
    }

    private void await(Goal goal) {
        long moved = System.nanoTime();
        int before = ended;
        while (!goal.isReached()) {
            place();
            for (var event : events.poll(POLL)) {
                latest.put(event.partition(), event.value());
                follow(event.value());
            }
            if (ended > before) {
                before = ended;
                moved = System.nanoTime();
            } else if (System.nanoTime() - moved > STALLED_AFTER.toNanos()) {
                throw new IllegalStateException("Nothing ends any more after " + ended + " of " + workload.orders()
                        + " orders of " + workload.name());
            }
        }
    }

    private void place() {
        while (placed < workload.orders() && onTheWay < allowed()) {
            var order = workload.order(placed);
            onTheWay += isHurried(placed) ? 1 : 0;
            placed++;
            commands.send(new ProducerRecord<>(Topics.ORDER_COMMANDS, order.customerId(), order));
        }
        commands.requireTaken();
    }

    /** Few at first: what has compiled nothing yet would make the first ones wait too long. */
    private int allowed() {
        return Math.min(ON_THE_WAY_MAX, ON_THE_WAY_FIRST + ended / 4);
    }

    private void follow(OrderEvent event) {
        int index = event.fact().endsOrder() ? workload.index(event.orderId()) : -1;
        if (index >= 0) {
            ended++;
            if (isHurried(index)) {
                onTheWay--;
            } else {
                unhurried++;
            }
        }
    }

    private boolean isHurried(int index) {
        return workload.fate(index) != SagaWorkload.Fate.TIMED_OUT;
    }

    @Override
    public void close() {
        events.close();
        commands.close();
    }
}
