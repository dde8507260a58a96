package dev.quintet.local;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/** Something that starts in a thread of its own, and can be called off. */
final class Starting<T extends AutoCloseable> {
    private final CompletableFuture<T> result = new CompletableFuture<>();
    private final Thread thread;

    Starting(String name, Supplier<T> start) {
        thread = Thread.ofPlatform().daemon().name(name).start(() -> run(start));
    }

    /** Waits until it has started. */
    T await() {
        try {
            return result.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof LocalStartException known ? known : e;
        }
    }

    /** Ends its start, and closes it if it started all the same. */
    void callOff() {
        thread.interrupt();
        result.thenAccept(Starting::close).exceptionally(e -> null).join();
    }

    private void run(Supplier<T> start) {
        try {
            result.complete(start.get());
        } catch (Throwable e) {
            result.completeExceptionally(e);
        }
    }

    private static void close(AutoCloseable started) {
        try {
            started.close();
        } catch (Exception e) {
            throw new CompletionException(e);
        }
    }
}
