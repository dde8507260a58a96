package dev.quintet.topology;

import dev.quintet.domain.pricing.Demand;
import java.time.Instant;
import java.util.HashMap;
import org.apache.kafka.streams.state.WindowStore;

/** The window store of what was ordered of each item, minute by minute. */
final class ItemDemand {
    private final WindowStore<String, Long> minutes;

    ItemDemand(WindowStore<String, Long> minutes) {
        this.minutes = minutes;
    }

    void add(String itemId, long pieces, long at) {
        long bucket = Demand.bucketOf(at);
        var before = minutes.fetch(itemId, bucket);
        minutes.put(itemId, (before == null ? 0 : before) + pieces, bucket);
    }

    /** The demand at an instant; what came a little ahead of this process's clock counts too. */
    Demand at(String itemId, long instant) {
        var pieces = new HashMap<Long, Long>();
        var from = Instant.ofEpochMilli(Math.max(0, instant - Demand.REMEMBERED.toMillis()));
        var to = Instant.ofEpochMilli(instant).plus(Demand.BUCKET);
        try (var found = minutes.fetch(itemId, from, to)) {
            found.forEachRemaining(minute -> pieces.put(minute.key, minute.value));
        }
        return Demand.at(instant, pieces);
    }
}
