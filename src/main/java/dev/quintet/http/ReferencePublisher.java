package dev.quintet.http;

import dev.quintet.domain.limit.Promotion;
import dev.quintet.domain.limit.ReferenceData;
import dev.quintet.domain.order.MenuItem;
import dev.quintet.wire.Topics;
import dev.quintet.wire.WireSerdes;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Publishes promotions and menu items, and waits until this pod has read them back. */
public final class ReferencePublisher implements AutoCloseable {
    private static final Duration ACKNOWLEDGEMENT_WAIT = Duration.ofSeconds(5);
    private static final Duration VISIBLE_WAIT = Duration.ofSeconds(2);
    private static final Duration VISIBLE_LOOK = Duration.ofMillis(2);

    private final Producer<String, byte[]> producer;
    private final Serializer<Promotion> promotions;
    private final Serializer<MenuItem> menu;
    private final ReferenceData known;

    private ReferencePublisher(Producer<String, byte[]> producer, WireSerdes serdes, ReferenceData known) {
        this.producer = producer;
        promotions = serdes.promotion().serializer();
        menu = serdes.menuItem().serializer();
        this.known = known;
    }

    /** Opens a publisher; {@code known} is what this pod has read. */
    public static ReferencePublisher open(Map<String, ?> clientConfigs, WireSerdes serdes, ReferenceData known) {
        var configs = new HashMap<String, Object>(clientConfigs);
        configs.put(ProducerConfig.ACKS_CONFIG, "all");
        configs.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        configs.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        configs.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 4_000);
        configs.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 2_000);
        configs.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 4_000);
        var producer = new KafkaProducer<>(configs, new StringSerializer(), new ByteArraySerializer());
        return new ReferencePublisher(producer, serdes, known);
    }

    /**
     * Publishes a promotion under its next version, and gives the promotion as published.
     *
     * @throws IntakeUnavailableException when Kafka is away
     */
    public synchronized Promotion publish(Promotion promotion) throws InterruptedException {
        var before = known.promotion(promotion.promotionId());
        var next = promotion.withVersion(before == null ? 1 : before.version() + 1);
        send(Topics.PROMOTIONS, next.promotionId(), promotions.serialize(Topics.PROMOTIONS, next));
        awaitVisible(() -> {
            var seen = known.promotion(next.promotionId());
            return seen != null && seen.version() >= next.version();
        });
        return next;
    }

    /**
     * Publishes a menu item.
     *
     * @throws IntakeUnavailableException when Kafka is away
     */
    public void publish(MenuItem item) throws InterruptedException {
        send(Topics.MENU, item.itemId(), menu.serialize(Topics.MENU, item));
        awaitVisible(() -> item.equals(known.item(item.itemId())));
    }

    private void send(String topic, String key, byte[] value) throws InterruptedException {
        try {
            producer.send(new ProducerRecord<>(topic, key, value))
                    .get(ACKNOWLEDGEMENT_WAIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            throw new IntakeUnavailableException("Kafka did not take " + key + " on " + topic, e);
        }
    }

    /** So that who publishes and then orders is judged by what they published, as far as this pod can know. */
    private static void awaitVisible(BooleanSupplier visible) throws InterruptedException {
        long deadline = System.nanoTime() + VISIBLE_WAIT.toNanos();
        while (!visible.getAsBoolean() && System.nanoTime() < deadline) {
            Thread.sleep(VISIBLE_LOOK);
        }
    }

    @Override
    public void close() {
        producer.close(ACKNOWLEDGEMENT_WAIT);
    }
}
