package dev.quintet.http;

import dev.quintet.domain.limit.ReferenceData;
import dev.quintet.domain.stock.StockLevels;
import dev.quintet.http.query.FactFeed;
import dev.quintet.http.query.Owners;
import dev.quintet.http.query.Peers;
import java.util.function.Supplier;

/**
 * What the routes answer from.
 *
 * @param known promotions and menu as this pod has read them
 * @param stock what outlets have, as this pod has read it
 * @param owners which pods keep what
 * @param feed tells of the facts that this pod's views take in
 * @param metrics what Prometheus reads
 */
public record HttpBackend(
        OrderPlacement placement,
        ReferencePublisher publisher,
        ReferenceData known,
        StockLevels stock,
        Owners owners,
        Peers peers,
        FactFeed feed,
        Supplier<Readiness> readiness,
        Supplier<String> metrics) {}
