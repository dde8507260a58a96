package dev.quintet.verb;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Holds a verb until the process is told to stop (SIGTERM, SIGINT), and holds the process until the verb has cleaned up.
 */
final class Until implements AutoCloseable {
    /** As long as anybody will watch; a hundred years fit the nanoseconds of a long. */
    static final Duration FOREVER = Duration.ofDays(36_500);

    private final CountDownLatch told = new CountDownLatch(1);
    private final CountDownLatch cleanedUp = new CountDownLatch(1);

    private Until() {}

    /** From here on a signal ends {@link #stopped}; closing says that nothing is left to clean up. */
    static Until signalled() {
        var until = new Until();
        Runtime.getRuntime().addShutdownHook(new Thread(until::onSignal, "stop"));
        return until;
    }

    /** Waits for the signal, as long as {@code live} holds and not longer than the time. True when it came. */
    boolean stopped(BooleanSupplier live, Duration atMost) throws InterruptedException {
        long begun = System.nanoTime();
        while (live.getAsBoolean() && System.nanoTime() - begun < atMost.toNanos()) {
            if (told.await(200, TimeUnit.MILLISECONDS)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the signal came: then nothing more should be started. */
    boolean isTold() {
        return told.getCount() == 0;
    }

    @SuppressWarnings("Interruption") // The virtual machine is on its way down; nobody is left to care.
    private void onSignal() {
        told.countDown();
        try {
            cleanedUp.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        cleanedUp.countDown();
    }
}
