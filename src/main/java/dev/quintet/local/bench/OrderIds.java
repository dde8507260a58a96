package dev.quintet.local.bench;

import java.util.UUID;

/** Order ids as a shop makes them, UUIDs that no compression saves, from which the number of the order can be told. */
final class OrderIds {
    /** An odd number and its inverse modulo 2^64: what one scatters, the other gathers. */
    private static final long SCATTER = 0x9E3779B97F4A7C15L;

    private static final long GATHER = 0xF1DE83E19937733DL;

    private OrderIds() {}

    static String of(long number) {
        long low = number * SCATTER;
        return new UUID((low ^ (low >>> 29)) * SCATTER, low).toString();
    }

    /** The number that an id was made from; -1 when it is none of ours. */
    static long number(String orderId) {
        try {
            return UUID.fromString(orderId).getLeastSignificantBits() * GATHER;
        } catch (IllegalArgumentException e) {
            return -1;
        }
    }
}
