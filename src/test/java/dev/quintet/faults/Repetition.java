package dev.quintet.faults;

import static dev.quintet.harness.Hang.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.quintet.faults.Ledger.Knowledge;
import java.util.Collection;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

/** Orders that are posted once more, to be told what they were told before. */
record Repetition(Shop shop, Ledger ledger) {
    private static final int IN_FLIGHT_MAX = 32;

    /** Sends everything that was ever judged or taken again: it must be known, and judged as it was. */
    void requireSameVerdicts() {
        var known = ledger.entries().stream()
                .filter(entry -> entry.knowledge() != Knowledge.NOTHING)
                .toList();
        resend(known, true);
        assertThat(ledger.contradictions()).isEmpty();
    }

    /** Sends what nobody knows the fate of again, until each order has a verdict. */
    void settle() {
        await().atMost(PATIENCE).until(() -> {
            resend(
                    ledger.entries().stream()
                            .filter(entry -> entry.knowledge() != Knowledge.JUDGED)
                            .toList(),
                    false);
            return ledger.count(Knowledge.JUDGED) == ledger.entries().size();
        });
    }

    private void resend(Collection<Ledger.Entry> entries, boolean mustBeKnown) {
        var inFlight = new Semaphore(IN_FLIGHT_MAX);
        var brokenOff = new AtomicBoolean();
        var all = entries.stream()
                .map(entry -> {
                    inFlight.acquireUninterruptibly();
                    return shop.post(entry.order()).handle((answer, failure) -> {
                        inFlight.release();
                        if (failure != null) {
                            brokenOff.set(true);
                            return null;
                        }
                        ledger.answered(entry.order(), answer);
                        if (mustBeKnown && answer.isVerdict() && !answer.isDuplicate()) {
                            ledger.contradiction(entry + " was forgotten, and now is told " + answer);
                        }
                        return null;
                    });
                })
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(all).join();
        assertThat(brokenOff).as("a connection broke without a crash").isFalse();
    }
}
