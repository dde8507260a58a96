package dev.quintet.topology;

import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** What takes the records of a reference topic, decoded. */
@FunctionalInterface
interface ReferenceTable<V> {
    /**
     * Takes a record.
     *
     * @param key the id of what it is about
     * @param value null when what stands under the key was withdrawn
     */
    void put(String key, Record<byte[], byte[]> record, long offset, @Nullable V value);
}
