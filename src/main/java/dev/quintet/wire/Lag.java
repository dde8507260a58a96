package dev.quintet.wire;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Asks again when the registry says that it does not know something, because one that has followers tells what is new a
 * little later at some of its addresses.
 *
 * <p>Whoever can write to a topic can name things that nobody knows, and a stream thread that waits holds a transaction
 * open. So after a wait in vain the registry is believed at once, for a minute.
 */
final class Lag {
    private static final long BELIEVED_NANOS = Duration.ofMinutes(1).toNanos();

    private final Duration limit;
    private final AtomicLong patientFrom = new AtomicLong(System.nanoTime());

    /** @param limit how long is asked again at the most */
    Lag(Duration limit) {
        this.limit = limit;
    }

    /**
     * The answer, of the last time if it is unknown until then.
     *
     * @param isUnknown whether a later answer may be another
     */
    <A> A ask(Supplier<A> question, Predicate<A> isUnknown) {
        var answer = question.get();
        long start = System.nanoTime();
        if (!isUnknown.test(answer) || start - patientFrom.get() < 0) {
            return answer;
        }
        var backoff = new Backoff();
        while (isUnknown.test(answer)) {
            var pause = backoff.next();
            if (System.nanoTime() - start + pause.toNanos() > limit.toNanos()) {
                patientFrom.set(System.nanoTime() + BELIEVED_NANOS);
                return answer;
            }
            RegistryHttp.pause(pause);
            answer = question.get();
        }
        return answer;
    }
}
