package dev.quintet.topology;

import static org.apache.kafka.streams.state.Stores.persistentWindowStore;
import static org.apache.kafka.streams.state.Stores.windowStoreBuilder;

import dev.quintet.domain.pricing.Demand;
import dev.quintet.wire.Stores;
import dev.quintet.wire.Topics;
import dev.quintet.wire.WireSerdes;
import java.time.Duration;
import org.apache.kafka.common.serialization.LongSerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.WindowStore;

/**
 * The pricing service: watches how much of each item is ordered and left, and publishes prices within the item's bounds.
 * Nobody knows of it; for the others a price is a price, whoever published it. Demand goes through a topic keyed by item,
 * so that one task sees all of it.
 */
public final class PricingTopology {
    static final String TAKE = "take-demand";
    static final String DECODE_DEMAND = "decode-demand";
    static final String SET = "set-prices";

    private PricingTopology() {}

    /** The topology; {@code period} is how long a price stands at the least. */
    public static Topology build(WireSerdes serdes, Duration period) {
        var topology = new Topology();
        var menu = new MenuListings();
        var stock = new StockTables();
        ReferenceTopology.addMenu(topology, serdes, menu);
        ReferenceTopology.addTo(topology, serdes, stock);
        // Older orders say nothing about what is wanted now.
        DecodeEvents.addTo(topology, serdes, AutoOffsetReset.byDuration(Demand.REMEMBERED), TAKE);
        topology.addProcessor(TAKE, () -> new TakeDemand(menu), DecodeEvents.NODE)
                .addSink(
                        "demand-sink",
                        Topics.DEMAND_BY_ITEM,
                        new StringSerializer(),
                        new LongSerializer(),
                        new ItemPartitioner(),
                        TAKE);
        RawSource.addTo(topology, "demand-source", Topics.DEMAND_BY_ITEM)
                .addProcessor(DECODE_DEMAND, () -> new DecodeOrBury(new DecodeDemand(SET)), "demand-source")
                .addProcessor(SET, () -> new SetPrices(menu, stock, period), DECODE_DEMAND)
                .addStateStore(itemDemand(), SET)
                .addSink(
                        "menu-sink",
                        Topics.MENU,
                        new StringSerializer(),
                        serdes.menuItem().serializer(),
                        SET);
        return DeadLetters.addSink(topology, DecodeEvents.NODE, DECODE_DEMAND);
    }

    /** Caching is off: it is read once in a while, and what it holds is gone after an hour. */
    private static StoreBuilder<WindowStore<String, Long>> itemDemand() {
        return windowStoreBuilder(
                        persistentWindowStore(Stores.ITEM_DEMAND, Stores.DEMAND_RETENTION, Demand.BUCKET, false),
                        Serdes.String(),
                        Serdes.Long())
                .withCachingDisabled()
                .withLoggingEnabled(Stores.demandChangelog());
    }
}
