package dev.quintet.http;

import dev.quintet.domain.order.Verdict;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** The verdicts that somebody waits for, by correlation id. One that nobody waits for any more is forgotten. */
final class AwaitedVerdicts {
    private final ConcurrentMap<String, CompletableFuture<Verdict>> awaited = new ConcurrentHashMap<>();

    CompletableFuture<Verdict> await(String correlationId) {
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

    int size() {
        return awaited.size();
    }
}
