package dev.quintet.local.bench;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * Holds what came over a line against what was committed: of each order everything, once, in the order of the versions,
 * and nothing before its commit. Arrivals may be told by many threads, but those of one line by one.
 */
final class ArrivalProof {
    private final Map<Line, Queue<Arrival>> arrivals = new ConcurrentHashMap<>();
    private final AtomicLong arrived = new AtomicLong();
    private final Histogram micros = new Histogram(TimeUnit.HOURS.toMicros(1), 3);
    private long slowestMillis = -1;
    private String slowest = "nothing";
    private @Nullable String violation;

    private record Line(String name, String orderId) {}

    private record Arrival(long version, long atMillis) {}

    /** A fact came. */
    void arrived(String line, String orderId, long version, long atMillis) {
        arrivals.computeIfAbsent(new Line(line, orderId), _ -> new ArrayDeque<>())
                .add(new Arrival(version, atMillis));
        arrived.incrementAndGet();
    }

    /**
     * The next fact of an order that must have come. Only once nothing arrives any more.
     *
     * @param fromMillis from when on it was awaited: its time counts from then when it was committed before
     */
    void expect(String line, String orderId, long version, long committedMillis, long fromMillis) {
        var waiting = arrivals.get(new Line(line, orderId));
        var arrival = waiting == null ? null : waiting.poll();
        var told = line + ": fact " + version + " of order " + orderId;
        if (arrival == null) {
            fail(told + " never came");
        } else if (arrival.version != version) {
            fail(told + " must come, and fact " + arrival.version + " did");
        } else if (arrival.atMillis < committedMillis) {
            fail(told + " came " + (committedMillis - arrival.atMillis) + " ms before it was committed");
        } else {
            long lag = Math.max(0, arrival.atMillis - Math.max(committedMillis, fromMillis));
            micros.recordValue(TimeUnit.MILLISECONDS.toMicros(lag));
            if (lag > slowestMillis) {
                slowestMillis = lag;
                slowest = told + ", committed at " + Instant.ofEpochMilli(committedMillis);
            }
        }
    }

    /** How many have come so far. */
    long arrived() {
        return arrived.get();
    }

    /** How long those took that came as they must. */
    Histogram micros() {
        return micros;
    }

    /** What took longest, for whoever looks for the reason. */
    String slowest() {
        return slowest;
    }

    void fail(String what) {
        if (violation == null) {
            violation = what;
        }
    }

    /** The first thing that is wrong; null when all is well. Only when all that must have come was told. */
    @Nullable
    String violation() {
        for (var line : arrivals.entrySet()) {
            var more = line.getValue().peek();
            if (more != null) {
                fail(line.getKey().name + ": fact " + more.version + " of order " + line.getKey().orderId
                        + " came, and must not have, or not twice");
            }
        }
        return violation;
    }
}
