package dev.quintet.verb;

import dev.quintet.operations.Settings;
import dev.quintet.wire.ViewsGeneration;
import java.time.Duration;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has this process serve the generation of the views that the topic names, and another one when it names another. What
 * can't be started is tried again, and what was served goes on being served.
 */
final class ServingWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ServingWatch.class);
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(30);

    /** How long the old generation still answers pods that have not noticed the new one, and waiting requests. */
    private static final Duration AFTERGLOW = Duration.ofSeconds(10);

    private final ServedViews views;
    private final String address;
    private final ServingLog log;
    private final Admin admin;
    private final Consumer<RunningViews> onServed;
    private final Thread thread;
    private volatile boolean isOver;
    private @Nullable ViewsGeneration failed;
    private long failedAt;

    private ServingWatch(ServedViews views, Settings settings, String address, Consumer<RunningViews> onServed) {
        this.views = views;
        this.address = address;
        this.onServed = onServed;
        log = ServingLog.open(settings.clientConfigs());
        admin = Admin.create(settings.clientConfigs());
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
            watch.admin.close();
            throw e;
        }
        watch.thread.start();
        return watch;
    }

    private void serve(RunningViews next) {
        views.serve(next);
        onServed.accept(next);
    }

    @SuppressWarnings("Interruption") // Nobody but close interrupts, and it waits.
    private void run() {
        try (log) {
            while (!isOver) {
                try {
                    follow(log.readOn(LOOK));
                } catch (InterruptedException | InterruptException _) {
                    return;
                } catch (RuntimeException e) {
                    LOG.warn("Which views to serve can't be followed now: {}", e.getMessage());
                    Thread.sleep(LOOK);
                }
            }
        } catch (InterruptedException | InterruptException _) {
            // This process stops.
        }
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
        if (new Takeover(before, next, admin, () -> isOver).await(() -> serve(next))) {
            Thread.sleep(AFTERGLOW);
            views.end(before);
            LOG.info("views {} are closed", before.generation());
        } else if (!isOver) {
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
        return GenerationLag.generations(admin).contains(generation);
    }

    @Override
    @SuppressWarnings("Interruption") // The thread sleeps, or reads for a while, and is ours.
    public void close() {
        isOver = true;
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        admin.close();
    }
}
