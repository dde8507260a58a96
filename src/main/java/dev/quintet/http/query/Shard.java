package dev.quintet.http.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.query.KeyQuery;
import org.apache.kafka.streams.query.Query;
import org.apache.kafka.streams.query.RangeQuery;
import org.apache.kafka.streams.query.StateQueryRequest;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.jspecify.annotations.Nullable;

/**
 * One partition of the views, on this pod.
 *
 * @param lag how many records a standby is behind; 0 for the owner
 * @param isOwner whether it processes; a standby only follows
 */
public record Shard(KafkaStreams streams, int partition, boolean isOwner, long lag) {

    /**
     * The row under a key; null when there is none.
     *
     * @throws NotServedException when the partition is no longer here
     */
    public <V> @Nullable V get(View<V> view, String key) {
        return view.type().cast(ask(view.store(), KeyQuery.<String, V>withKey(key)));
    }

    /**
     * The rows from one key to another, both included, in the order of the keys, {@code max} at the most.
     *
     * @throws NotServedException when the partition is no longer here
     */
    public <V> List<V> range(View<V> view, String from, String to, int max) {
        var rows = new ArrayList<V>();
        KeyValueIterator<String, V> found =
                ask(view.store(), RangeQuery.<String, V>withRange(from, to).withAscendingKeys());
        if (found != null) {
            try (found) {
                while (found.hasNext() && rows.size() < max) {
                    rows.add(found.next().value);
                }
            }
        }
        return rows;
    }

    private <R> @Nullable R ask(String store, Query<R> query) {
        var request = StateQueryRequest.inStore(store).withQuery(query).withPartitions(Set.of(partition));
        try {
            var answers = streams.query(isOwner ? request.requireActive() : request);
            var answer = answers.getPartitionResults().get(partition);
            if (answer != null && answer.isSuccess()) {
                return answer.getResult();
            }
            throw new NotServedException(
                    "Partition " + partition + " of " + store + " is not here: "
                            + (answer == null ? "it moved" : answer.getFailureMessage()),
                    null);
        } catch (StreamsException e) {
            throw new NotServedException("The views do not run: " + e.getMessage(), e);
        }
    }
}
