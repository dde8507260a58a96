package dev.quintet.wire;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one reusable thing between uses. Who takes it has it alone; who finds it taken gets a new one. Unlike a
 * thread-local it costs the same for a few stream threads as for very many virtual ones.
 */
final class Spare<T> {
    private final AtomicReference<@Nullable T> idle = new AtomicReference<>();
    private final Supplier<T> maker;

    Spare(Supplier<T> maker) {
        this.maker = maker;
    }

    T take() {
        var taken = idle.getAndSet(null);
        return taken == null ? maker.get() : taken;
    }

    void giveBack(T thing) {
        idle.setRelease(thing);
    }
}
