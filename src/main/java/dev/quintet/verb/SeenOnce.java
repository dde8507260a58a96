package dev.quintet.verb;

import java.util.List;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.BooleanSupplier;

/**
 * What a process must have seen once before it is ready. Seen once is enough: a pod whose neighbours move for a moment
 * still answers, and taking it away would only take away what works.
 */
final class SeenOnce {
    private final ConcurrentSkipListMap<String, BooleanSupplier> awaited = new ConcurrentSkipListMap<>();

    /**
     * Adds a condition.
     *
     * @param what is waited for, in words for people
     * @param isThere asked with every probe until it is true
     */
    void add(String what, BooleanSupplier isThere) {
        awaited.put(what, isThere);
    }

    /** What has not been seen yet. */
    List<String> missing() {
        awaited.values().removeIf(BooleanSupplier::getAsBoolean);
        return List.copyOf(awaited.keySet());
    }
}
