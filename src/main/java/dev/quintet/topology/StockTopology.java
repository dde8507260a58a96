package dev.quintet.topology;

import static org.apache.kafka.streams.state.Stores.keyValueStoreBuilder;
import static org.apache.kafka.streams.state.Stores.persistentKeyValueStore;

import dev.quintet.domain.limit.Admission;
import dev.quintet.domain.stock.StockCommand;
import dev.quintet.domain.stock.StockLevel;
import dev.quintet.wire.Stores;
import dev.quintet.wire.Topics;
import dev.quintet.wire.WireSerdes;
import java.time.Duration;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;

/** The stock service. Everything is keyed by outlet, so that no two orders can reserve the same piece. */
public final class StockTopology {
    static final String LEVELS = "stock-levels-sink";

    private StockTopology() {}

    public static Topology build(WireSerdes serdes) {
        return build(serdes, Admission.MEMORY_LEAST);
    }

    /** The same, but orders are remembered for {@code memory} after they were closed. */
    public static Topology build(WireSerdes serdes, Duration memory) {
        var commands = new CommandContract<>(
                Topics.STOCK_COMMANDS,
                serdes.stockCommand(),
                StockCommand::head,
                StockCommand::outletId,
                command -> command.request().belongsToOrder(),
                _ -> null);
        return ParticipantTopology.of(commands, () -> new CarryOutStock(memory), Topics.STOCK_REPLIES, serdes.reply())
                .addStateStore(outlets(serdes), ParticipantTopology.ACT)
                .addStateStore(
                        OrderMemory.held(Stores.HELD_RESERVATIONS, serdes.reservation()), ParticipantTopology.ACT)
                .addStateStore(
                        OrderMemory.windows(Stores.RESERVATIONS, memory, serdes.reservation()), ParticipantTopology.ACT)
                .addSink(
                        LEVELS,
                        Topics.STOCK_LEVELS,
                        new StringSerializer(),
                        serdes.stockLevel().serializer(),
                        ParticipantTopology.ACT);
    }

    private static StoreBuilder<KeyValueStore<String, StockLevel>> outlets(WireSerdes serdes) {
        return keyValueStoreBuilder(persistentKeyValueStore(Stores.OUTLETS), Serdes.String(), serdes.stockLevel())
                .withCachingDisabled()
                .withLoggingEnabled(Stores.rewrittenChangelog());
    }
}
