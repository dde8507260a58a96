package dev.quintet.verb;

import dev.quintet.topology.CustomerTables;
import dev.quintet.topology.NotificationTopology;
import dev.quintet.topology.OrdersTopology;
import dev.quintet.topology.PaymentTopology;
import dev.quintet.topology.PricingTopology;
import dev.quintet.topology.ReferenceTables;
import dev.quintet.topology.ShippingTopology;
import dev.quintet.topology.StockTables;
import dev.quintet.topology.StockTopology;
import dev.quintet.topology.ViewLimits;
import dev.quintet.topology.ViewsTopology;
import dev.quintet.wire.Clock;
import dev.quintet.wire.ViewsGeneration;
import dev.quintet.wire.WireSerdes;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.streams.Topology;

/** The topologies as they are built, without anything to run them on. */
final class Topologies {
    private Topologies() {}

    static Topology of(Service service) {
        // No registry is asked while a topology is only looked at.
        var serdes = new WireSerdes(Map.of("schema.registry.url", "http://127.0.0.1:1"));
        return switch (service) {
            case ORDERS -> OrdersTopology.build(serdes, new ReferenceTables(), Clock.BROKER);
            case STOCK -> StockTopology.build(serdes);
            case PAYMENT -> PaymentTopology.build(serdes);
            case SHIPPING -> ShippingTopology.build(serdes, new CustomerTables());
            case NOTIFICATION -> NotificationTopology.build(serdes, new CustomerTables());
            case PRICING -> PricingTopology.build(serdes, Duration.ofMinutes(1));
            case VIEWS ->
                ViewsTopology.build(
                        serdes,
                        new ReferenceTables(),
                        new StockTables(),
                        new ViewLimits(ViewLimits.FOREVER, 200),
                        (_, _) -> {},
                        _ -> {},
                        ViewsGeneration.FIRST);
        };
    }
}
