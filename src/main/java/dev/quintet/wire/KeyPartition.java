package dev.quintet.wire;

import org.apache.kafka.common.utils.Utils;

/** Which partition a key belongs in, as Kafka's Java clients and Kafka Streams choose it where nobody else does. */
public final class KeyPartition {
    /** For whoever wrote a record elsewhere: how it is computed, and the setting that others need to compute the same. */
    public static final String RULE =
            "murmur2 of its key, as Java's clients partition: producers on librdkafka (kcat, Python,"
                    + " Go, .NET, C) have another default and need the setting partitioner=murmur2_random";

    private KeyPartition() {}

    /** The partition, from 0, of a key among so many. */
    public static int of(byte[] key, int partitions) {
        return Utils.toPositive(Utils.murmur2(key)) % partitions;
    }
}
