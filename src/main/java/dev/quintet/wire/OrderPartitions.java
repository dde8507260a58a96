package dev.quintet.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Where records about an order go whose key is another: to the partition of its facts, which producers choose by the
 * order id alone.
 */
public final class OrderPartitions {
    private OrderPartitions() {}

    /** The partition of an order, as every Kafka producer computes it for the order id as key. */
    public static int of(String orderId, int partitions) {
        return KeyPartition.of(orderId.getBytes(UTF_8), partitions);
    }
}
