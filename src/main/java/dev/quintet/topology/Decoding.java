package dev.quintet.topology;

import dev.quintet.wire.KeyPartition;
import dev.quintet.wire.PoisonRecordException;
import org.jspecify.annotations.Nullable;

/** How the bytes of one kind of record are read. */
interface Decoding {
    /** What was read, the key that it goes on under, and the node that gets it. */
    record Decoded(Object key, Object value, String next) {}

    /**
     * Reads a record.
     *
     * @throws PoisonRecordException when nobody can; then it becomes a dead letter
     */
    Decoded decode(String topic, byte @Nullable [] key, byte @Nullable [] value);

    /** The partition that what was decoded belongs in: by its key, as every Kafka client of Java's has it. */
    default int home(byte[] key, Decoded decoded, int partitions) {
        return KeyPartition.of(key, partitions);
    }

    /** How that is computed and what gets it wrong, for whoever wrote a record elsewhere; completes "by". */
    default String partitioner() {
        return KeyPartition.RULE;
    }
}
