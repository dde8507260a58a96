package dev.quintet.verb;

import dev.quintet.wire.BrokerAnswers;
import dev.quintet.wire.ViewsGeneration;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One generation of the views taking over from another in this process, so that no answer is older than one before it:
 * the old one is held where it is, until the new one has passed that point.
 */
final class Takeover {
    private static final Logger LOG = LoggerFactory.getLogger(Takeover.class);
    private static final Duration LOOK = Duration.ofMillis(100);
    private static final Duration CLOSE_LOOK = Duration.ofMillis(20);

    /** So near that the rest takes less than {@link #HELD_MAX}. */
    private static final long NEAR_RECORDS = 2_000;

    /** Nothing new is shown meanwhile. Shorter than the time after which a broker gives up an open transaction. */
    private static final Duration HELD_MAX = Duration.ofSeconds(4);

    /** Between two attempts that hold the old one: each costs its readers some seconds of news. */
    private static final Duration PAUSE_MIN = Duration.ofSeconds(2);

    private static final Duration PAUSE_MAX = Duration.ofSeconds(15);

    private final RunningViews before;
    private final RunningViews next;
    private final GenerationLag lag;
    private final BooleanSupplier isOver;

    /** @param isOver whether this process stops */
    Takeover(RunningViews before, RunningViews next, BrokerAnswers brokers, BooleanSupplier isOver) {
        this.before = before;
        this.next = next;
        this.isOver = isOver;
        lag = new GenerationLag(brokers, next.generation());
    }

    /** Waits until the new one runs and is near, then has it served. False when it failed, or this process stops. */
    boolean await(Runnable serve) throws InterruptedException {
        var pause = PAUSE_MIN;
        while (next.runner().isLive() && !isOver.getAsBoolean()) {
            try {
                if (!next.runner().isRunning() || lag.progress().behind() > NEAR_RECORDS) {
                    Thread.sleep(LOOK);
                    continue;
                }
                if (holdAnd(serve)) {
                    return true;
                }
            } catch (KafkaException e) {
                LOG.warn("How far views {} are can't be asked now: {}", next.generation(), e.getMessage());
            }
            Thread.sleep(pause);
            pause = pause.multipliedBy(2).compareTo(PAUSE_MAX) > 0 ? PAUSE_MAX : pause.multipliedBy(2);
        }
        return false;
    }

    private boolean holdAnd(Runnable serve) throws InterruptedException {
        long held = System.nanoTime();
        before.runner().streams().pause();
        try {
            // The one that is held has read no further than this. What the new one told itself of it may not be
            // committed
            // for all to see yet.
            boolean isPast = passes(lag.ends(ViewsGeneration.INPUTS, IsolationLevel.READ_COMMITTED), held)
                    && passes(
                            lag.ends(List.of(next.generation().customerOrders()), IsolationLevel.READ_UNCOMMITTED),
                            held)
                    && becomes(() -> next.tables().hasSameAs(before.tables()), held);
            if (isPast) {
                serve.run();
                LOG.info(
                        "views {} are served, {} were held for {} ms",
                        next.generation(),
                        before.generation(),
                        Duration.ofNanos(System.nanoTime() - held).toMillis());
            } else {
                LOG.info("views {} do not come near enough yet", next.generation());
            }
            return isPast;
        } finally {
            before.runner().streams().resume();
        }
    }

    private boolean passes(Map<TopicPartition, Long> ends, long held) throws InterruptedException {
        return becomes(() -> lag.hasReached(ends), held);
    }

    private interface Condition {
        boolean holds() throws InterruptedException;
    }

    private boolean becomes(Condition condition, long held) throws InterruptedException {
        while (!condition.holds()) {
            if (System.nanoTime() - held > HELD_MAX.toNanos() || isOver.getAsBoolean()) {
                return false;
            }
            Thread.sleep(CLOSE_LOOK);
        }
        return true;
    }
}
