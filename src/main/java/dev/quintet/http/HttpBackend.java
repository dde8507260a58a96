package dev.quintet.http;

import dev.quintet.domain.limit.Catalogue;
import dev.quintet.domain.order.OrderEvent;
import dev.quintet.domain.stock.StockLevels;
import dev.quintet.http.query.Feed;
import dev.quintet.http.query.Owners;
import dev.quintet.http.query.Peers;
import java.util.List;
import java.util.function.Supplier;

/**
 * What the routes answer from.
 *
 * @param known promotions and menu as this pod has read them
 * @param stock what outlets have, as this pod has read it
 * @param owners which pods keep what
 * @param facts tells of the facts that this pod's views take in, by order
 * @param customers tells of what changes in the lists of customers, by customer
 * @param groups who reads what, in the whole cluster
 * @param services what runs in this process
 * @param metrics what Prometheus reads
 */
public record HttpBackend(
        OrderPlacement placement,
        ReferencePublisher publisher,
        Catalogue known,
        StockLevels stock,
        Owners owners,
        Peers peers,
        Feed<OrderEvent> facts,
        Feed<CustomerChange> customers,
        ConsumerGroups groups,
        Supplier<List<RunningService>> services,
        Supplier<Readiness> readiness,
        Supplier<String> metrics) {}
