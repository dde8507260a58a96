package dev.quintet.verb;

import dev.quintet.domain.limit.ReferenceData;
import dev.quintet.operations.Settings;
import dev.quintet.operations.StreamsRunner;
import dev.quintet.topology.CustomerTables;
import dev.quintet.topology.NotificationTopology;
import dev.quintet.topology.OrdersTopology;
import dev.quintet.topology.PaymentTopology;
import dev.quintet.topology.PricingTopology;
import dev.quintet.topology.ReferenceTables;
import dev.quintet.topology.ShippingTopology;
import dev.quintet.topology.StockTopology;
import dev.quintet.wire.ApplicationIds;
import dev.quintet.wire.WireSerdes;

/** The reference data that the services of a process have read, and the services that read it. */
final class ServiceTables {
    private final ReferenceTables orders = new ReferenceTables();
    private final CustomerTables customers = new CustomerTables();

    /** Promotions and the menu as orders are judged by. */
    ReferenceData judgedBy() {
        return orders;
    }

    /** Whether shipping knows a customer. */
    boolean isDeliveredTo(String customerId) {
        return customers.customer(customerId) != null;
    }

    /** Starts a service other than views, which are started by their generation. */
    StreamsRunner start(Service service, Settings settings, WireSerdes serdes) {
        return switch (service) {
            case ORDERS ->
                StreamsRunner.start(
                        ApplicationIds.ORDERS,
                        OrdersTopology.build(serdes, orders, settings.clock(), settings.ordersMemory()),
                        settings);
            case STOCK ->
                StreamsRunner.start(
                        ApplicationIds.STOCK, StockTopology.build(serdes, settings.ordersMemory()), settings);
            case PAYMENT ->
                StreamsRunner.start(
                        ApplicationIds.PAYMENT, PaymentTopology.build(serdes, settings.ordersMemory()), settings);
            case SHIPPING ->
                StreamsRunner.start(
                        ApplicationIds.SHIPPING,
                        ShippingTopology.build(serdes, customers, settings.ordersMemory()),
                        settings);
            case NOTIFICATION ->
                StreamsRunner.start(
                        ApplicationIds.NOTIFICATION,
                        NotificationTopology.build(serdes, new CustomerTables(), settings.ordersMemory()),
                        settings);
            case PRICING ->
                StreamsRunner.start(
                        ApplicationIds.PRICING, PricingTopology.build(serdes, settings.pricingPeriod()), settings);
            case VIEWS -> throw new IllegalArgumentException("Views are started by their generation");
        };
    }
}
