package dev.quintet.local.bench;

import dev.quintet.operations.SettingsLoader;
import dev.quintet.operations.StreamsRunner;
import dev.quintet.topology.CustomerTables;
import dev.quintet.topology.NotificationTopology;
import dev.quintet.topology.OrdersTopology;
import dev.quintet.topology.PaymentTopology;
import dev.quintet.topology.ReferenceTables;
import dev.quintet.topology.ShippingTopology;
import dev.quintet.topology.StockTopology;
import dev.quintet.wire.ApplicationIds;
import dev.quintet.wire.WireSerdes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Pattern;
import org.apache.kafka.streams.Topology;

/**
 * The process that runs every service that an order passes, with the settings of production, and nothing else: no HTTP, and
 * nobody who takes the messages out of the outbox, because what a mail costs is the mail server's affair.
 */
final class SagaServices {
    /** What it says when every service runs. */
    static final Pattern RUNNING = Pattern.compile("services running");

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** A service by its application id. */
    private record Service(String applicationId, Topology topology) {}

    private SagaServices() {}

    /** Runs until it is told to stop. Argument: whether the participants run too. Settings come as variables. */
    public static void main(String[] arguments) throws InterruptedException {
        var settings = SettingsLoader.load(null, System.getenv(), Map.of());
        var serdes = new WireSerdes(settings.serdeConfigs());
        var orders = new Service(
                ApplicationIds.ORDERS, OrdersTopology.build(serdes, new ReferenceTables(), settings.clock()));
        var services = Boolean.parseBoolean(arguments[0]) ? withParticipants(orders, serdes) : List.of(orders);
        var runners = services.stream()
                .map(service -> StreamsRunner.start(service.applicationId, service.topology, settings))
                .toList();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> runners.forEach(StreamsRunner::close), "stop"));
        for (var runner : runners) {
            if (!runner.awaitRunning(PATIENCE)) {
                throw new IllegalStateException("A service does not come up; its state is " + runner.state());
            }
        }
        System.out.println(RUNNING.pattern());
        Punctuations.tellEverySecond();
        new CountDownLatch(1).await();
    }

    private static List<Service> withParticipants(Service orders, WireSerdes serdes) {
        return List.of(
                orders,
                new Service(ApplicationIds.STOCK, StockTopology.build(serdes)),
                new Service(ApplicationIds.PAYMENT, PaymentTopology.build(serdes)),
                new Service(ApplicationIds.SHIPPING, ShippingTopology.build(serdes, new CustomerTables())),
                new Service(ApplicationIds.NOTIFICATION, NotificationTopology.build(serdes, new CustomerTables())));
    }
}
