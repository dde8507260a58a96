package dev.quintet.topology;

import dev.quintet.wire.Stores;
import java.time.Duration;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.jspecify.annotations.Nullable;

/**
 * Goes through the windows of an {@link OrderMemory} when a task starts, for what an earlier release kept in them alone and
 * still holds something, the oldest window first, in turns. After the first time there is nothing of the kind, and only what
 * holds nothing is looked at.
 */
final class TakeOver implements AutoCloseable {
    private static final Duration EVERY = Duration.ofMillis(100);
    private static final long WINDOW = Stores.MEMORY_WINDOW.toMillis();

    private final OrderMemory<?> memory;
    private final Turns turns;
    private final long last;
    private long window;
    private @Nullable String at;

    private TakeOver(ProcessorContext<?, ?> context, OrderMemory<?> memory) {
        this.memory = memory;
        long now = context.currentSystemTimeMs();
        // Its clock may be behind that of the broker, by whose time the windows are.
        last = now - now % WINDOW + WINDOW;
        window = Math.max(0, last - memory.retention() - 2 * WINDOW);
        window -= window % WINDOW;
        turns = Turns.every(EVERY, context, (_, turn) -> goOn(turn));
    }

    /** Begins for a task, and has its first turn at once. */
    static TakeOver begin(ProcessorContext<?, ?> context, OrderMemory<?> memory) {
        var begun = new TakeOver(context, memory);
        begun.goOn(begun.turns.begin());
        return begun;
    }

    private void goOn(Turn turn) {
        while (window <= last) {
            at = memory.takeOver(window, at, turn);
            if (at != null) {
                return;
            }
            window += WINDOW;
        }
        close();
    }

    @Override
    public void close() {
        turns.close();
    }
}
