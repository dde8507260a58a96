package dev.quintet.harness;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.quintet.wire.KeyPartition;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Keys by where they belong. */
public final class Keys {
    private Keys() {}

    /** The first of PREFIX-0, PREFIX-1 ... that belongs in a partition of so many. */
    public static String in(int partition, int partitions, String prefix) {
        return first(prefix, number -> partition == partitionOf(prefix + "-" + number, partitions));
    }

    /** The first that does not. */
    public static String notIn(int partition, int partitions, String prefix) {
        return first(prefix, number -> partition != partitionOf(prefix + "-" + number, partitions));
    }

    private static String first(String prefix, IntPredicate fits) {
        return prefix + "-" + IntStream.range(0, 1_000).filter(fits).findFirst().orElseThrow();
    }

    private static int partitionOf(String key, int partitions) {
        return KeyPartition.of(key.getBytes(UTF_8), partitions);
    }
}
