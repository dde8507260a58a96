package dev.quintet.verb;

import dev.quintet.domain.view.CustomerListener;
import dev.quintet.domain.view.FactListener;
import dev.quintet.http.query.Generations;
import dev.quintet.operations.Settings;
import dev.quintet.operations.StreamsRunner;
import dev.quintet.topology.ReferenceTables;
import dev.quintet.topology.StockTables;
import dev.quintet.topology.ViewLimits;
import dev.quintet.topology.ViewsTopology;
import dev.quintet.wire.Clock;
import dev.quintet.wire.ViewsGeneration;
import dev.quintet.wire.WireSerdes;
import org.apache.kafka.streams.state.HostInfo;
import org.jspecify.annotations.Nullable;

/**
 * A generation of the views that runs in this process, with tables of its own: while it starts it reads them from their
 * beginning, and those of another must not go back with it.
 *
 * @param queryable for those who ask it
 */
record RunningViews(
        ViewsGeneration generation,
        StreamsRunner runner,
        ReferenceTables tables,
        StockTables stock,
        Generations.Views queryable) {

    /**
     * Starts it. It runs on its own threads.
     *
     * @param address under which other pods ask it, HOST:PORT; null when they can't
     */
    static RunningViews start(
            ViewsGeneration generation,
            Settings settings,
            WireSerdes serdes,
            @Nullable String address,
            FactListener facts,
            CustomerListener customers) {
        var tables = new ReferenceTables();
        var stock = new StockTables();
        var retention = settings.clock() == Clock.BROKER ? settings.viewsRetention() : ViewLimits.FOREVER;
        var limits = new ViewLimits(retention, settings.viewsFactsMax());
        var topology = ViewsTopology.build(serdes, tables, stock, limits, facts, customers, generation);
        var runner = address == null
                ? StreamsRunner.start(generation.applicationId(), topology, settings)
                : StreamsRunner.startQueryable(generation.applicationId(), topology, settings, address);
        var self = address == null ? null : HostInfo.buildFromEndpoint(address);
        var queryable = new Generations.Views(
                generation.name(), runner.streams(), self == null ? HostInfo.unavailable() : self);
        return new RunningViews(generation, runner, tables, stock, queryable);
    }
}
