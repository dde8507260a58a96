package dev.quintet.topology;

import dev.quintet.domain.stock.Reservation;
import dev.quintet.domain.stock.StockCommand;
import dev.quintet.domain.stock.StockLevel;
import dev.quintet.domain.stock.StockRoom;
import dev.quintet.wire.Stores;
import java.time.Duration;
import java.util.Objects;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** Carries commands to {@link StockRoom} and what it decided to the stores, the levels and whoever asked. */
final class CarryOutStock implements Processor<String, StockCommand, Object, Object> {
    private final Duration memory;

    @SuppressWarnings("NullAway.Init")
    private ProcessorContext<Object, Object> context;

    @SuppressWarnings("NullAway.Init")
    private KeyValueStore<String, StockLevel> outlets;

    @SuppressWarnings("NullAway.Init")
    private OrderMemory<Reservation> reservations;

    @SuppressWarnings("NullAway.Init")
    private Replies replies;

    private @Nullable TakeOver takeOver;

    /** @param memory how long an order is remembered that nothing is set aside for */
    CarryOutStock(Duration memory) {
        this.memory = memory;
    }

    @Override
    public void init(ProcessorContext<Object, Object> context) {
        this.context = context;
        outlets = context.getStateStore(Stores.OUTLETS);
        reservations =
                new OrderMemory<>(context, Stores.HELD_RESERVATIONS, Stores.RESERVATIONS, memory, Reservation::holds);
        replies = new Replies(context);
        takeOver = TakeOver.begin(context, reservations);
    }

    @Override
    public void close() {
        if (takeOver != null) {
            takeOver.close();
        }
    }

    /** Reads, decides, writes. */
    @Override
    public void process(Record<String, StockCommand> record) {
        var command = record.value();
        long at = record.timestamp();
        var stored = outlets.get(command.outletId());
        var level = stored == null ? StockLevel.empty(command.outletId()) : stored;
        var key = key(command);
        var found = reservations.find(key);
        var reservation = Objects.requireNonNullElse(found.value(), Reservation.NONE);

        var decision = StockRoom.decide(level, reservation, command, at);

        if (!decision.reservation().equals(reservation)) {
            reservations.put(key, found, decision.reservation());
        }
        if (!decision.level().equals(level)) {
            outlets.put(command.outletId(), decision.level());
            context.forward(new Record<Object, Object>(command.outletId(), decision.level(), at), StockTopology.LEVELS);
        }
        replies.send(command.head(), decision.reply(), at, true);
    }

    /** Under what a command is remembered. No customer's id is empty, so no command is taken for an order. */
    private static String key(StockCommand command) {
        var head = command.head();
        return command.outletId() + "/" + (command.request().belongsToOrder() ? head.order() : "/" + head.commandId());
    }
}
