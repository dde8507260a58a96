package dev.quintet.local;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;

/** What simulated customers saw: how many answers of which kind, and how long they took. */
public final class CustomerFigures {
    private final Map<Integer, Integer> byStatus = new TreeMap<>();
    private final Histogram latencyMicros = new Histogram(3);
    private int unanswered;
    private long reportedAt = System.nanoTime();

    synchronized void answered(int status, Duration latency) {
        byStatus.merge(status, 1, Integer::sum);
        latencyMicros.recordValue(latency.toNanos() / 1_000);
    }

    synchronized void unanswered() {
        unanswered++;
    }

    /** One line for the time since the last one. */
    public synchronized String report() {
        long now = System.nanoTime();
        double seconds = (now - reportedAt) / 1e9;
        int answers = byStatus.values().stream().mapToInt(Integer::intValue).sum();
        var line = String.format(
                Locale.ROOT,
                "%5.0f orders/s   accepted %d   refused at the limit %d   other %d   p50 %.1f ms   p99 %.1f ms",
                answers / seconds,
                byStatus.getOrDefault(201, 0),
                byStatus.getOrDefault(429, 0),
                answers - byStatus.getOrDefault(201, 0) - byStatus.getOrDefault(429, 0) + unanswered,
                latencyMicros.getValueAtPercentile(50) / 1e3,
                latencyMicros.getValueAtPercentile(99) / 1e3);
        byStatus.clear();
        latencyMicros.reset();
        unanswered = 0;
        reportedAt = now;
        return line;
    }
}
