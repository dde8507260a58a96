package dev.quintet.http;

import dev.quintet.domain.order.Verdict;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** The verdicts that somebody waits for, by correlation id. One that nobody waits for any more is forgotten. */
final class AwaitedVerdicts {
    /** Beyond it orders are turned away: whoever is ahead of them waits already, and memory is finite. */
    static final int SIZE_MAX = 10_000;

    private final ConcurrentMap<String, CompletableFuture<Verdict>> awaited = new ConcurrentHashMap<>();

    /**
     * Begins to wait. The wait ends with the verdict, and with any other way to complete or cancel the future.
     *
     * @throws IntakeUnavailableException when too many wait
     */
    CompletableFuture<Verdict> await(String correlationId) {
        if (awaited.size() >= SIZE_MAX) {
            throw new IntakeUnavailableException(SIZE_MAX + " orders wait for their verdicts already", null);
        }
        var verdict = new CompletableFuture<Verdict>();
        awaited.put(correlationId, verdict);
        var _ = verdict.whenComplete((_, _) -> awaited.remove(correlationId, verdict));
        return verdict;
    }

    /** Whether somebody waits for this one. The reader asks before it decodes what is for other pods. */
    boolean isAwaited(String correlationId) {
        return awaited.containsKey(correlationId);
    }

    void arrived(String correlationId, Verdict verdict) {
        var waiter = awaited.get(correlationId);
        if (waiter != null) {
            waiter.complete(verdict);
        }
    }

    /** Tells everybody that no verdict will come here any more. */
    void giveUp(IntakeUnavailableException why) {
        List.copyOf(awaited.values()).forEach(waiter -> waiter.completeExceptionally(why));
    }

    int size() {
        return awaited.size();
    }
}
