package dev.quintet.verb;

import dev.quintet.operations.Settings;
import dev.quintet.wire.BrokerAnswers;
import dev.quintet.wire.Patience;
import dev.quintet.wire.ViewsGeneration;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has this process serve the generation of the views that the topic names, and another one when it names another. What
 * can't be started is tried again, and what was served goes on being served.
 */
final class ServingWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ServingWatch.class);
    private static final Duration LOOK = Duration.ofMillis(200);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(30);

    /** How long the old generation still answers pods that have not noticed the new one, and waiting requests. */
    private static final Duration AFTERGLOW = Duration.ofSeconds(10);

    /** Readers are shown nothing new while it is asked how far a generation is. */
    private static final Patience SHORT = Patience.of(Duration.ofSeconds(10));

    private final ServedViews views;
    private final String address;
    private final ServingLog log;
    private final BrokerAnswers brokers;
    private final Consumer<RunningViews> onServed;
    private final Thread thread;
    private final CountDownLatch over = new CountDownLatch(1);
    private @Nullable ViewsGeneration failed;
    private long failedAt;

    private ServingWatch(ServedViews views, Settings settings, String address, Consumer<RunningViews> onServed) {
        this.views = views;
        this.address = address;
        this.onServed = onServed;
        log = ServingLog.open(settings.clientConfigs(), Patience.of(settings.patience()));
        brokers = BrokerAnswers.open(settings.clientConfigs(), "the brokers", SHORT);
        thread = Thread.ofPlatform().daemon().name("views-serving").unstarted(this::run);
    }

    /**
     * Starts the generation that is served, and watches for another.
     *
     * @param address under which other pods ask this one
     * @param onServed is told of each that is served, the first one too
     */
    static ServingWatch start(ServedViews views, Settings settings, String address, Consumer<RunningViews> onServed)
            throws InterruptedException {
        var watch = new ServingWatch(views, settings, address, onServed);
        try {
            var wanted = watch.log.readOn(Duration.ZERO);
            watch.serve(views.start(watch.exists(wanted) ? wanted : ViewsGeneration.FIRST, address));
        } catch (RuntimeException | InterruptedException e) {
            watch.log.close();
            watch.brokers.close();
            throw e;
        }
        watch.thread.start();
        return watch;
    }

    private void serve(RunningViews next) {
        views.serve(next);
        onServed.accept(next);
    }

    private void run() {
        try (log) {
            while (!isOver()) {
                try {
                    follow(log.readOn(LOOK));
                } catch (RuntimeException e) {
                    LOG.warn("Which views to serve can't be followed now: {}", e.getMessage());
                    var _ = over.await(1, TimeUnit.SECONDS);
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isOver() {
        return over.getCount() == 0;
    }

    private void follow(ViewsGeneration wanted) throws InterruptedException {
        var before = views.served();
        boolean hasFailed = wanted.equals(failed);
        if (before == null
                || wanted.equals(before.generation())
                || (hasFailed && System.nanoTime() - failedAt < PAUSE_AFTER_FAILURE.toNanos())) {
            return;
        }
        if (!exists(wanted)) {
            fail(wanted);
            if (!hasFailed) {
                LOG.warn("There are no views {}: {} go on being served", wanted, before.generation());
            }
            return;
        }
        LOG.info("views {} are to be served instead of {} and start beside them", wanted, before.generation());
        var next = views.start(wanted, address);
        if (new Takeover(before, next, brokers, this::isOver).await(() -> serve(next))) {
            var _ = over.await(AFTERGLOW.toMillis(), TimeUnit.MILLISECONDS);
            views.end(before);
            LOG.info("views {} are closed", before.generation());
        } else if (!isOver()) {
            LOG.error("views {} do not come up: {} go on being served", wanted, before.generation());
            views.end(next);
            fail(wanted);
        }
    }

    private void fail(ViewsGeneration wanted) {
        failed = wanted;
        failedAt = System.nanoTime();
    }

    private boolean exists(ViewsGeneration generation) throws InterruptedException {
        return GenerationLag.generations(brokers).contains(generation);
    }

    @Override
    public void close() {
        over.countDown();
        try {
            thread.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        brokers.close();
    }
}
