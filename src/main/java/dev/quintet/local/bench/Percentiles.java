package dev.quintet.local.bench;

import java.util.Locale;
import org.HdrHistogram.Histogram;

/** How long was waited, by how many waited no longer. */
record Percentiles(double p50Millis, double p90Millis, double p99Millis, double maxMillis) {

    static Percentiles of(Histogram micros) {
        return new Percentiles(
                micros.getValueAtPercentile(50) / 1e3,
                micros.getValueAtPercentile(90) / 1e3,
                micros.getValueAtPercentile(99) / 1e3,
                micros.getMaxValue() / 1e3);
    }

    String inWords() {
        return String.format(
                Locale.ROOT, "p50 %.1f ms, p90 %.1f, p99 %.1f, max %.1f", p50Millis, p90Millis, p99Millis, maxMillis);
    }
}
