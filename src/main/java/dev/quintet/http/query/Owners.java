package dev.quintet.http.query;

import dev.quintet.wire.Topics;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
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
    private final Supplier<@Nullable Views> views;

    /** @param views null until they have been started, which needs the address of HTTP */
    public Owners(Supplier<@Nullable Views> views) {
        this.views = views;
    }

    /**
     * The views of this pod.
     *
     * @param self the address under which the other pods know it, HOST:PORT
     */
    public record Views(KafkaStreams streams, String self) {}

    /**
     * Where a key is kept.
     *
     * @param here this pod's part of it; null when it has none
     * @param peers the other pods that keep it, the owner first
     */
    public record Place(@Nullable Shard here, List<HostInfo> peers) {}

    /**
     * The pods that keep a key of a store.
     *
     * @throws NotServedException when none does now
     */
    public Place of(String store, String key) {
        var running = running();
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

    /**
     * The pods that process the partitions of the orders, and which. For a view that each of them knows a part of.
     *
     * @return this pod's shards, and of the others how many partitions each has
     * @throws NotServedException when nobody processes one of them now
     */
    public Parts parts(View<?> view) {
        var running = running();
        var self = HostInfo.buildFromEndpoint(running.self());
        var here = new ArrayList<Shard>();
        var peers = new HashMap<HostInfo, Integer>();
        for (var pod : running.streams().streamsMetadataForStore(view.store())) {
            for (var partition : pod.topicPartitions()) {
                if (partition.topic().equals(Topics.ORDER_EVENTS)
                        && pod.hostInfo().equals(self)) {
                    here.add(new Shard(running.streams(), partition.partition(), true, 0));
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
        return new Parts(here, peers);
    }

    /** Who processes which part. */
    public record Parts(List<Shard> here, Map<HostInfo, Integer> peers) {}

    /** The running application; its metadata and stores can be asked for. */
    private Views running() {
        var running = views.get();
        if (running == null || !running.streams().state().isRunningOrRebalancing()) {
            throw new NotServedException("The views do not run yet", null);
        }
        return running;
    }

    private static Place place(Views views, String store, KeyQueryMetadata metadata) {
        var streams = views.streams();
        var self = HostInfo.buildFromEndpoint(views.self());
        boolean isOwner = self.equals(metadata.activeHost());
        boolean isStandby = metadata.standbyHosts().contains(self);
        var peers = new ArrayList<HostInfo>();
        if (!isOwner) {
            peers.add(metadata.activeHost());
        }
        metadata.standbyHosts().stream().filter(host -> !host.equals(self)).forEach(peers::add);
        int partition = metadata.partition();
        var here = isOwner || isStandby
                ? new Shard(streams, partition, isOwner, isOwner ? 0 : lag(streams, store, partition))
                : null;
        return new Place(here, peers);
    }

    private static long lag(KafkaStreams streams, String store, int partition) {
        var lags = streams.allLocalStorePartitionLags().get(store);
        var lag = lags == null ? null : lags.get(partition);
        return lag == null ? 0 : lag.offsetLag();
    }
}
