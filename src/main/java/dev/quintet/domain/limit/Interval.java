package dev.quintet.domain.limit;

/**
 * A half-open stretch of time in epoch milliseconds, closed at its start.
 *
 * <p>A rolling window {@code (e - length, e]} is {@code [e - length + 1, e + 1)} here: record timestamps are whole
 * milliseconds, so the two hold the same instants.
 */
record Interval(long from, long until) implements Span {

    static Interval endingWith(long last, long length) {
        return new Interval(last - length + 1, last + 1);
    }

    @Override
    public boolean contains(long millis) {
        return from <= millis && millis < until;
    }
}
