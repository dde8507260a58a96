package dev.quintet.topology;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;

/**
 * Work that a task does by the wall clock, a part at each turn; every punctuation of ours is one.
 *
 * <p>A stream thread calls the punctuations of all its tasks one after the other, and all of them write to one transaction,
 * which the broker gives up when it stays open too long. So what they may take together is bounded, and each has the same
 * part of it: what one task leaves undone for its next turn never keeps another from its own.
 */
final class Turns implements AutoCloseable {
    /** All punctuations of a thread take no more than this in a row: a tenth of what a transaction lives. */
    static final Duration THREAD_MAX = Duration.ofSeconds(1);

    /** How many share a thread. They begin and end on the thread itself, and one that dies takes its number with it. */
    private static final ThreadLocal<AtomicInteger> SHARERS = ThreadLocal.withInitial(AtomicInteger::new);

    private final AtomicInteger sharers = SHARERS.get();
    private final Cancellable clock;
    private boolean open = true;

    private Turns(Duration every, ProcessorContext<?, ?> context, Work work) {
        sharers.incrementAndGet();
        clock = context.schedule(every, PunctuationType.WALL_CLOCK_TIME, now -> work.goOn(now, begin()));
    }

    /** What is done at a turn. */
    @FunctionalInterface
    interface Work {
        /**
         * Goes on with it.
         *
         * @param now the wall clock in epoch milliseconds
         * @param turn to be asked before each thing that is done
         */
        void goOn(long now, Turn turn);
    }

    /** Work for the calling stream thread, from now until this is closed. */
    static Turns every(Duration every, ProcessorContext<?, ?> context, Work work) {
        return new Turns(every, context, work);
    }

    /** A turn out of order, for what a task does at its start. */
    Turn begin() {
        return new Turn(THREAD_MAX.dividedBy(Math.max(1, sharers.get())), System::nanoTime);
    }

    /** After a rollback the same processor is used again, and begins anew. */
    @Override
    public void close() {
        if (open) {
            open = false;
            clock.cancel();
            sharers.decrementAndGet();
        }
    }
}
