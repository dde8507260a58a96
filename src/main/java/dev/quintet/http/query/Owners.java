package dev.quintet.http.query;

import dev.quintet.wire.Topics;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KeyQueryMetadata;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.state.HostInfo;
import org.jspecify.annotations.Nullable;

/**
 * Which pods keep a key. The addresses come from Kafka Streams alone, which has them from the pods themselves; no request
 * can name one.
 */
public final class Owners {
    private final Generations generations;

    public Owners(Generations generations) {
        this.generations = generations;
    }

    /**
     * Where a key is kept.
     *
     * @param generation of the views
     * @param here this pod's part of it; null when it has none
     * @param peers the other pods that keep it, the owner first
     */
    public record Place(String generation, @Nullable Shard here, List<HostInfo> peers) {}

    /** The generation that is served; null before the first was started. A name costs nothing to ask for. */
    public @Nullable String served() {
        var answering = generations.answering();
        return answering.isEmpty() ? null : answering.getFirst().name();
    }

    /**
     * The pods that keep a key of a store, of each generation that answers here, the one that is served first.
     *
     * @throws NotServedException when none does now
     */
    public List<Place> of(String store, String key) {
        var places = new ArrayList<Place>();
        NotServedException cause = null;
        for (var views : generations.answering()) {
            try {
                places.add(of(views, store, key));
            } catch (NotServedException e) {
                cause = cause == null ? e : cause;
            }
        }
        if (places.isEmpty()) {
            throw cause == null ? new NotServedException("The views do not run yet", null) : cause;
        }
        return places;
    }

    /**
     * The same of one generation, which another pod has named.
     *
     * @throws NotServedException when none does now
     */
    public Place of(String generation, String store, String key) {
        return of(named(generation), store, key);
    }

    private Place of(Generations.Views views, String store, String key) {
        var running = requireRunning(views);
        try {
            var metadata = running.streams().queryMetadataForKey(store, key, new StringSerializer());
            if (metadata == null || metadata.equals(KeyQueryMetadata.NOT_AVAILABLE)) {
                throw new NotServedException("The partitions are being handed out", null);
            }
            return place(running, store, metadata);
        } catch (StreamsException | IllegalStateException e) {
            throw new NotServedException("The views do not run yet", e);
        }
    }

    /** The parts of the generation that is served; see {@link #parts(String, View)}. */
    public Parts parts(View<?> view) {
        var answering = generations.answering();
        return parts(answering.isEmpty() ? null : answering.getFirst(), view);
    }

    /**
     * The pods that process the partitions of the orders, and which. For a view that each of them knows a part of.
     *
     * @param generation of the views, which another pod has named
     * @return this pod's shards, and of the others how many partitions each has
     * @throws NotServedException when nobody processes one of them now
     */
    public Parts parts(String generation, View<?> view) {
        return parts(named(generation), view);
    }

    private static Parts parts(Generations.@Nullable Views views, View<?> view) {
        var running = requireRunning(views);
        var here = new ArrayList<Shard>();
        var peers = new HashMap<HostInfo, Integer>();
        for (var pod : running.streams().streamsMetadataForStore(view.store())) {
            for (var partition : pod.topicPartitions()) {
                if (partition.topic().equals(Topics.ORDER_EVENTS)
                        && pod.hostInfo().equals(running.self())) {
                    here.add(new Shard(running.name(), running.streams(), partition.partition(), true, 0));
                } else if (partition.topic().equals(Topics.ORDER_EVENTS)) {
                    peers.merge(pod.hostInfo(), 1, Integer::sum);
                }
            }
        }
        int known = here.size()
                + peers.values().stream().mapToInt(Integer::intValue).sum();
        if (known < Topics.PARTITIONS) {
            throw new NotServedException(
                    "Only " + known + " of " + Topics.PARTITIONS + " partitions are served now", null);
        }
        return new Parts(running.name(), here, peers);
    }

    /** Who processes which part. */
    public record Parts(String generation, List<Shard> here, Map<HostInfo, Integer> peers) {}

    private Generations.Views named(String generation) {
        var views = generations.named(generation);
        if (views == null) {
            throw new NotServedException("Views " + generation + " do not run here", null);
        }
        return views;
    }

    /** The running application; its metadata and stores can be asked for. */
    private static Generations.Views requireRunning(Generations.@Nullable Views views) {
        if (views == null || !views.streams().state().isRunningOrRebalancing()) {
            throw new NotServedException("The views do not run yet", null);
        }
        return views;
    }

    private static Place place(Generations.Views views, String store, KeyQueryMetadata metadata) {
        var streams = views.streams();
        var self = views.self();
        boolean isOwner = self.equals(metadata.activeHost());
        boolean isStandby = metadata.standbyHosts().contains(self);
        var peers = new ArrayList<HostInfo>();
        if (!isOwner) {
            peers.add(metadata.activeHost());
        }
        metadata.standbyHosts().stream().filter(host -> !host.equals(self)).forEach(peers::add);
        int partition = metadata.partition();
        var here = isOwner || isStandby
                ? new Shard(views.name(), streams, partition, isOwner, isOwner ? 0 : lag(streams, store, partition))
                : null;
        return new Place(views.name(), here, peers);
    }

    private static long lag(KafkaStreams streams, String store, int partition) {
        var lags = streams.allLocalStorePartitionLags().get(store);
        var lag = lags == null ? null : lags.get(partition);
        return lag == null ? 0 : lag.offsetLag();
    }
}
