package dev.quintet.wire;

/**
 * How the services' own metrics are found among those of their Kafka clients: by this group. A name that ends in {@code
 * -total} counts up; one that ends in {@code -bucket} or {@code -sum} is part of a histogram; any other is a gauge.
 */
public final class OwnMetrics {
    public static final String GROUP = "quintet";

    /** The tag of a gauge that each task has for itself: who reads them adds the tasks up. */
    public static final String TASK = "task";

    /** The tag of a bucket: it counts what is no larger than this, and larger than the limit of the bucket before. */
    public static final String LIMIT = "le";

    private OwnMetrics() {}
}
