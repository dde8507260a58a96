package dev.quintet.domain.order;

/** Between which prices an item may move by itself, both included, in minor units of its currency. */
public record PriceBounds(long minMinor, long maxMinor) {
    public boolean contains(long priceMinor) {
        return priceMinor >= minMinor && priceMinor <= maxMinor;
    }

    /** The nearest price within. */
    public long clamp(long priceMinor) {
        return Math.clamp(priceMinor, minMinor, maxMinor);
    }
}
