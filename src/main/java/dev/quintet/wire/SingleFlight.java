package dev.quintet.wire;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;

/**
 * A cache whose look-ups are slow: threads that miss the same key together wait for one look-up. A failed look-up is
 * reported to all that wait for it and then forgotten.
 */
final class SingleFlight<K, V> {
    private final ConcurrentHashMap<K, CompletableFuture<V>> flights = new ConcurrentHashMap<>();
    private final int capacity;

    SingleFlight(int capacity) {
        this.capacity = capacity;
    }

    V get(K key, Supplier<V> lookUp) {
        var known = flights.get(key);
        if (known == null) {
            // No look-up inside computeIfAbsent: it would lock out other keys of the same bin meanwhile.
            var mine = new CompletableFuture<V>();
            known = flights.putIfAbsent(key, mine);
            if (known == null) {
                known = mine;
                fly(key, mine, lookUp);
            }
        }
        return landed(known);
    }

    /** Keeps what need not be looked up. */
    void put(K key, V value) {
        makeRoom();
        flights.putIfAbsent(key, CompletableFuture.completedFuture(value));
    }

    private void makeRoom() {
        // Whoever can write to a topic can name every schema of a registry: start over rather than grow.
        if (flights.size() > capacity) {
            flights.values().removeIf(CompletableFuture::isDone);
        }
    }

    private void fly(K key, CompletableFuture<V> flight, Supplier<V> lookUp) {
        makeRoom();
        try {
            flight.complete(lookUp.get());
        } catch (Throwable e) {
            flights.remove(key, flight);
            flight.completeExceptionally(e);
        }
    }

    private static <V> V landed(CompletableFuture<V> flight) {
        try {
            return flight.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RegistryUnavailableException("Interrupted while waiting for the schema registry", e);
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case RuntimeException cause -> throw cause;
                case Error cause -> throw cause;
                case null, default -> throw new IllegalStateException(e);
            }
        }
    }
}
