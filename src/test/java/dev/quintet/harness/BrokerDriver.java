package dev.quintet.harness;

import static dev.quintet.harness.Hang.PATIENCE;
import static org.awaitility.Awaitility.await;

import dev.quintet.domain.limit.Promotion;
import dev.quintet.domain.order.MenuItem;
import dev.quintet.domain.order.PlaceOrder;
import dev.quintet.domain.order.Verdict;
import dev.quintet.http.OrderIntake;
import dev.quintet.http.ReferencePublisher;
import dev.quintet.local.EmbeddedBroker;
import dev.quintet.operations.Settings;
import dev.quintet.operations.SettingsLoader;
import dev.quintet.operations.StreamsRunner;
import dev.quintet.operations.TopicProvisioning;
import dev.quintet.topology.OrdersTopology;
import dev.quintet.topology.ReferenceTables;
import dev.quintet.wire.ApplicationIds;
import dev.quintet.wire.StubRegistry;
import dev.quintet.wire.Topics;
import dev.quintet.wire.WireSerdes;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;

/** The orders service on a real broker of its own, under exactly-once, on the event clock. */
public final class BrokerDriver implements OrderDriver {
    private final StubRegistry registry = StubRegistry.start();
    private final ReferenceTables tables = new ReferenceTables();
    private final EmbeddedBroker broker;
    private final StreamsRunner orders;
    private final ReferencePublisher publisher;
    private final OrderIntake intake;

    /** Starts everything on an empty folder. */
    public BrokerDriver(Path folder) throws InterruptedException {
        broker = EmbeddedBroker.start(folder.resolve("kafka"), 0);
        var settings = settings(folder);
        try (var admin = Admin.create(settings.clientConfigs())) {
            TopicProvisioning.apply(admin, Topics.table(settings.clock()));
        }
        var serdes = new WireSerdes(settings.serdeConfigs());
        orders = StreamsRunner.start(
                ApplicationIds.ORDERS, OrdersTopology.build(serdes, tables, settings.clock()), settings);
        await().atMost(PATIENCE).until(orders::isRunning);
        publisher = ReferencePublisher.open(settings.clientConfigs(), serdes, tables);
        intake = OrderIntake.open(settings.clientConfigs(), serdes, settings.instanceId());
    }

    private Settings settings(Path folder) {
        var values = new HashMap<String, String>(Map.of(
                "bootstrap.servers", broker.bootstrap(),
                "state.dir", folder.resolve("state").toString(),
                "clock", "event"));
        values.putAll(registry.configs());
        return SettingsLoader.load(null, Map.of(), values);
    }

    @Override
    public void publish(Promotion promotion) {
        try {
            publisher.publish(promotion);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void publish(MenuItem item) {
        try {
            publisher.publish(item);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Verdict place(PlaceOrder order, Instant placedAt) {
        return intake.place(order, placedAt)
                .verdict()
                .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .join();
    }

    @Override
    public void close() {
        intake.close();
        publisher.close();
        orders.close();
        broker.close();
        registry.close();
    }
}
