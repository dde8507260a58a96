package dev.quintet.operations;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.StateRestoreListener;

/** How far the stores of a service are in reading their changelogs. Written by stream threads, read by any. */
final class RestoreProgress implements StateRestoreListener {
    private final Map<Part, Left> parts = new ConcurrentHashMap<>();

    private record Part(TopicPartition changelog, String store) {}

    /** @param end the offset after the last record */
    private record Left(long records, long end) {}

    @Override
    public void onRestoreStart(TopicPartition changelog, String store, long start, long end) {
        parts.put(new Part(changelog, store), new Left(Math.max(0, end - start), end));
    }

    @Override
    public void onBatchRestored(TopicPartition changelog, String store, long lastOffset, long count) {
        parts.computeIfPresent(
                new Part(changelog, store), (_, left) -> new Left(Math.max(0, left.end - lastOffset - 1), left.end));
    }

    @Override
    public void onRestoreEnd(TopicPartition changelog, String store, long count) {
        parts.computeIfPresent(new Part(changelog, store), (_, left) -> new Left(0, left.end));
    }

    /** The task went elsewhere before its store was whole. */
    @Override
    public void onRestoreSuspended(TopicPartition changelog, String store, long count) {
        onRestoreEnd(changelog, store, count);
    }

    /** The records that each store has still to read, 0 for those that are whole. */
    Map<String, Long> remaining() {
        var remaining = new TreeMap<String, Long>();
        parts.forEach((part, left) -> remaining.merge(part.store(), left.records(), Long::sum));
        return remaining;
    }
}
