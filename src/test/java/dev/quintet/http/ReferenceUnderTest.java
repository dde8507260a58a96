package dev.quintet.http;

import dev.quintet.domain.limit.Catalogue;
import dev.quintet.domain.limit.Promotion;
import dev.quintet.domain.order.MenuItem;
import dev.quintet.domain.stock.Reservation;
import dev.quintet.domain.stock.StockCommand;
import dev.quintet.domain.stock.StockLevel;
import dev.quintet.domain.stock.StockLevels;
import dev.quintet.domain.stock.StockRoom;
import dev.quintet.wire.StubRegistry;
import dev.quintet.wire.Topics;
import dev.quintet.wire.WireSerdes;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** A publisher without a broker, and the tables that read back what it published. Stock judges at once. */
final class ReferenceUnderTest implements Catalogue, StockLevels, AutoCloseable {
    private final Map<String, Promotion> promotions = new ConcurrentHashMap<>();
    private final Map<String, MenuItem> menu = new ConcurrentHashMap<>();
    private final StubRegistry registry = StubRegistry.start();
    private final WireSerdes serdes = new WireSerdes(registry.configs());
    private final Loopback producer = new Loopback();
    private final Map<String, StockLevel> levels = new ConcurrentHashMap<>();
    private final Map<String, Reservation> commands = new ConcurrentHashMap<>();
    private volatile boolean reading = true;
    private volatile List<StockCommand> crossing = List.of();

    ReferencePublisher publisher() {
        return new ReferencePublisher(
                producer, new Alone(), serdes.withRegistryPatience(PromptProducer.REGISTRY_PATIENCE), this);
    }

    WireSerdes serdes() {
        return serdes;
    }

    StubRegistry registry() {
        return registry;
    }

    /** Everything that was published, oldest first. */
    List<ProducerRecord<String, byte[]>> published() {
        return producer.history();
    }

    /** The tables fall behind: nothing that is published shows. */
    void stopReading() {
        reading = false;
    }

    /** Commands of another pod that reach stock just before the next one from here. */
    void areCrossedBy(List<StockCommand> others) {
        crossing = others;
    }

    private synchronized void judge(StockCommand command) {
        var key = command.outletId() + "/" + command.head().commandId();
        var decision = StockRoom.decide(
                levels.getOrDefault(command.outletId(), StockLevel.empty(command.outletId())),
                commands.getOrDefault(key, Reservation.NONE),
                command,
                0);
        levels.put(command.outletId(), decision.level());
        commands.put(key, decision.reservation());
    }

    void losesBroker() {
        producer.sendException = new TimeoutException("no broker");
    }

    @Override
    public @Nullable Promotion promotion(String promotionId) {
        return promotions.get(promotionId);
    }

    @Override
    public @Nullable MenuItem item(String itemId) {
        return menu.get(itemId);
    }

    @Override
    public List<Promotion> promotions() {
        return List.copyOf(promotions.values());
    }

    @Override
    public List<MenuItem> items() {
        return List.copyOf(menu.values());
    }

    @Override
    public @Nullable StockLevel level(String outletId) {
        return levels.get(outletId);
    }

    @Override
    public Map<String, StockLevel> levels() {
        return Map.copyOf(levels);
    }

    @Override
    public void close() {
        registry.close();
    }

    /** Nobody else writes. */
    private final class Alone implements Appender {
        @Override
        public void append(
                Consumer<ConsumerRecord<String, byte[]>> read, Supplier<ProducerRecord<String, byte[]>> next) {
            producer.history().stream()
                    .filter(record -> record.topic().equals(Topics.PROMOTIONS))
                    .forEach(record ->
                            read.accept(new ConsumerRecord<>(record.topic(), 0, 0, record.key(), record.value())));
            var _ = producer.send(next.get());
        }

        @Override
        public void close() {}
    }

    private final class Loopback extends MockProducer<String, byte[]> {
        Loopback() {
            super(true, null, new StringSerializer(), new ByteArraySerializer());
        }

        @Override
        public synchronized Future<RecordMetadata> send(ProducerRecord<String, byte[]> record) {
            var sent = super.send(record);
            if (reading && record.topic().equals(Topics.PROMOTIONS)) {
                promotions.put(
                        record.key(), serdes.promotion().deserializer().deserialize(record.topic(), record.value()));
            } else if (reading && record.topic().equals(Topics.MENU)) {
                menu.put(record.key(), serdes.menuItem().deserializer().deserialize(record.topic(), record.value()));
            } else if (reading && record.topic().equals(Topics.STOCK_COMMANDS)) {
                crossing.forEach(ReferenceUnderTest.this::judge);
                crossing = List.of();
                judge(serdes.stockCommand().deserializer().deserialize(record.topic(), record.value()));
            }
            return sent;
        }
    }
}
