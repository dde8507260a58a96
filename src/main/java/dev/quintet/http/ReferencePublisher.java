package dev.quintet.http;

import dev.quintet.domain.limit.Promotion;
import dev.quintet.domain.limit.ReferenceData;
import dev.quintet.domain.order.MenuItem;
import dev.quintet.domain.participant.CommandHead;
import dev.quintet.domain.shipping.Customer;
import dev.quintet.domain.stock.StockCommand;
import dev.quintet.domain.stock.StockRequest;
import dev.quintet.wire.PoisonRecordException;
import dev.quintet.wire.Topics;
import dev.quintet.wire.WireSerdes;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Publishes reference data. Of promotions and menu items it waits until this pod has read them back. */
public final class ReferencePublisher implements AutoCloseable {
    static final Duration VISIBLE_WAIT = Duration.ofSeconds(2);
    private static final Duration VISIBLE_LOOK = Duration.ofMillis(2);

    private final Producer<String, byte[]> producer;
    private final Appender promotionLog;
    private final Deserializer<Promotion> standing;
    private final Serializer<Promotion> promotions;
    private final Serializer<MenuItem> menu;
    private final Serializer<Customer> customers;
    private final Serializer<StockCommand> stock;
    private final ReferenceData known;

    /** The newest version of each promotion on the topic. */
    private final Map<String, Long> versions = new HashMap<>();

    ReferencePublisher(
            Producer<String, byte[]> producer, Appender promotionLog, WireSerdes serdes, ReferenceData known) {
        this.producer = producer;
        this.promotionLog = promotionLog;
        standing = serdes.promotion().deserializer();
        promotions = serdes.promotion().serializer();
        menu = serdes.menuItem().serializer();
        customers = serdes.customer().serializer();
        stock = serdes.stockCommand().serializer();
        this.known = known;
    }

    /** Opens a publisher; {@code known} is what this pod has read. */
    public static ReferencePublisher open(Map<String, ?> clientConfigs, WireSerdes serdes, ReferenceData known) {
        var producer = new KafkaProducer<>(
                PromptProducer.configs(clientConfigs), new StringSerializer(), new ByteArraySerializer());
        var promotionLog = new SoleWriter(clientConfigs, Topics.PROMOTIONS);
        return new ReferencePublisher(
                producer, promotionLog, serdes.withRegistryPatience(PromptProducer.REGISTRY_PATIENCE), known);
    }

    /**
     * Publishes a promotion under its next version, and gives the promotion as published. Whoever publishes at the same
     * time, here or in another pod, no two policies share a version.
     *
     * @throws IntakeUnavailableException when Kafka is away
     */
    public synchronized Promotion publish(Promotion promotion) throws InterruptedException {
        var id = promotion.promotionId();
        try {
            promotionLog.append(this::note, () -> {
                var next = promotion.withVersion(latest(id) + 1);
                return new ProducerRecord<>(Topics.PROMOTIONS, id, promotions.serialize(Topics.PROMOTIONS, next));
            });
        } catch (KafkaException e) {
            throw new IntakeUnavailableException("Kafka did not take " + id + " on " + Topics.PROMOTIONS, e);
        }
        var published = promotion.withVersion(latest(id) + 1);
        versions.put(id, published.version());
        awaitVisible(() -> isVisible(published));
        return published;
    }

    private long latest(String promotionId) {
        return versions.getOrDefault(promotionId, 0L);
    }

    /** A record that nobody can read is no policy, and leaves the one before in force. */
    private void note(ConsumerRecord<String, byte[]> record) {
        try {
            if (record.key() != null && record.value() != null) {
                var promotion = standing.deserialize(record.topic(), record.value());
                versions.merge(record.key(), promotion.version(), Math::max);
            }
        } catch (PoisonRecordException _) {
            // Told by the services.
        }
    }

    /** Whether this pod has read a published promotion back, or a later one. */
    boolean isVisible(Promotion promotion) {
        var seen = known.promotion(promotion.promotionId());
        return seen != null && seen.version() >= promotion.version();
    }

    /**
     * Publishes a menu item.
     *
     * @throws IntakeUnavailableException when Kafka is away
     */
    public void publish(MenuItem item) throws InterruptedException {
        send(Topics.MENU, item.itemId(), item, menu);
        awaitVisible(() -> item.equals(known.item(item.itemId())));
    }

    /**
     * Publishes a customer.
     *
     * @throws IntakeUnavailableException when Kafka is away
     */
    public void publish(Customer customer) throws InterruptedException {
        send(Topics.CUSTOMERS, customer.customerId(), customer, customers);
    }

    /**
     * Sends a command to the stock of an outlet, which belongs to no order.
     *
     * @param commandId the same when it is sent again, so that it is done once
     * @throws IntakeUnavailableException when Kafka is away
     */
    public void send(String commandId, String outletId, StockRequest request) throws InterruptedException {
        var command = new StockCommand(new CommandHead(commandId, "", ""), outletId, request);
        send(Topics.STOCK_COMMANDS, outletId, command, stock);
    }

    private <V> void send(String topic, String key, V value, Serializer<V> serializer) throws InterruptedException {
        try {
            producer.send(new ProducerRecord<>(topic, key, serializer.serialize(topic, value)))
                    .get(PromptProducer.SEND_MAX.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            throw new IntakeUnavailableException("Kafka did not take " + key + " on " + topic, e);
        }
    }

    /** So that who publishes and then orders is judged by what they published, as far as this pod can know. */
    private static void awaitVisible(BooleanSupplier visible) throws InterruptedException {
        awaitVisible(visible, VISIBLE_WAIT);
    }

    /** Waits until this pod has read something, no longer than {@code longest}. */
    static void awaitVisible(BooleanSupplier visible, Duration longest) throws InterruptedException {
        long deadline = System.nanoTime() + longest.toNanos();
        while (!visible.getAsBoolean() && System.nanoTime() < deadline) {
            Thread.sleep(VISIBLE_LOOK);
        }
    }

    @Override
    public void close() {
        promotionLog.close();
        producer.close(PromptProducer.SEND_MAX);
    }
}
