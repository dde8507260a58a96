package dev.quintet.http.query;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.state.QueryableStoreType;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.jspecify.annotations.Nullable;

/**
 * One partition of the views, on this pod.
 *
 * <p>Asked by the first version of interactive queries: the second can lock itself and the stream thread out for ever
 * (KAFKA-19629, decision 23).
 *
 * @param generation of the views that it is a part of
 * @param lag how many records a standby is behind; 0 for the owner
 * @param isOwner whether it processes; a standby only follows
 */
public record Shard(String generation, KafkaStreams streams, int partition, boolean isOwner, long lag) {

    /**
     * The row under a key; null when there is none.
     *
     * @throws NotServedException when the partition is no longer here
     */
    public <V> @Nullable V get(View<V> view, String key) {
        try {
            return view.type()
                    .cast(store(view, QueryableStoreTypes.<String, V>keyValueStore())
                            .get(key));
        } catch (StreamsException e) {
            throw moved(view, e);
        }
    }

    /** A row with its key. */
    public record Row<V>(String key, V value) {}

    /**
     * The rows from one key to another, both included, in the order of the keys, {@code max} at the most.
     *
     * @param from null for the first
     * @param to null for the last
     * @throws NotServedException when the partition is no longer here
     */
    public <V> List<Row<V>> range(View<V> view, @Nullable String from, @Nullable String to, int max) {
        var rows = new ArrayList<Row<V>>();
        try (var found =
                store(view, QueryableStoreTypes.<String, V>keyValueStore()).range(from, to)) {
            while (found.hasNext() && rows.size() < max) {
                var row = found.next();
                rows.add(new Row<>(row.key, row.value));
            }
            return rows;
        } catch (StreamsException e) {
            throw moved(view, e);
        }
    }

    /**
     * The windows of a key that begin from one instant to another, both included, by their begin.
     *
     * @throws NotServedException when the partition is no longer here
     */
    public <V> SortedMap<Instant, V> windows(View<V> view, String key, Instant from, Instant to) {
        var windows = new TreeMap<Instant, V>();
        try (var found =
                store(view, QueryableStoreTypes.<String, V>windowStore()).fetch(key, from, to)) {
            found.forEachRemaining(row -> windows.put(Instant.ofEpochMilli(row.key), row.value));
            return windows;
        } catch (StreamsException e) {
            throw moved(view, e);
        }
    }

    private <S> S store(View<?> view, QueryableStoreType<S> type) {
        var parameters =
                StoreQueryParameters.fromNameAndType(view.store(), type).withPartition(partition);
        return streams.store(isOwner ? parameters : parameters.enableStaleStores());
    }

    private NotServedException moved(View<?> view, StreamsException e) {
        return new NotServedException(
                "Partition " + partition + " of " + view.store() + " is not here: " + e.getMessage(), e);
    }
}
