package dev.quintet.verb;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.quintet.domain.limit.Promotion;
import dev.quintet.domain.limit.ReferenceData;
import dev.quintet.domain.order.MenuItem;
import dev.quintet.wire.PoisonRecordException;
import dev.quintet.wire.Topics;
import dev.quintet.wire.WireSerdes;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/** The promotions as the topic has them at each call. */
final class PublishedPromotions implements ReferenceData, AutoCloseable {
    private final CommittedLog log;
    private final Deserializer<Promotion> values;
    private final Map<String, Promotion> promotions = new TreeMap<>();

    PublishedPromotions(Cluster cluster, WireSerdes serdes) {
        log = CommittedLog.open(cluster, Topics.PROMOTIONS);
        values = serdes.promotion().deserializer();
    }

    /** All of them, by id. */
    Collection<Promotion> all() throws InterruptedException {
        log.readToEnd(this::accept);
        return promotions.values();
    }

    @Override
    public @Nullable Promotion promotion(String promotionId) {
        try {
            log.readToEnd(this::accept);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        return promotions.get(promotionId);
    }

    @Override
    public @Nullable MenuItem item(String itemId) {
        return null;
    }

    /** As the services do: a record that nobody can read leaves the one before it in force. */
    private void accept(ConsumerRecord<byte[], byte[]> record) {
        if (record.key() == null) {
            return;
        }
        var id = new String(record.key(), UTF_8);
        try {
            var promotion = values.deserialize(record.topic(), record.value());
            if (promotion == null) {
                promotions.remove(id);
            } else {
                promotions.put(id, promotion);
            }
        } catch (PoisonRecordException _) {
            // Told by the services, which go on with the one before.
        }
    }

    @Override
    public void close() {
        log.close();
    }
}
