package dev.quintet.wire;

import dev.quintet.domain.participant.CommandHead;
import dev.quintet.domain.stock.StockCommand;
import dev.quintet.domain.stock.StockRequest;
import dev.quintet.wire.avro.ReleaseStock;
import dev.quintet.wire.avro.ReplenishStock;
import dev.quintet.wire.avro.ReserveStock;
import dev.quintet.wire.avro.SetCapacity;

final class StockCommandCodec implements Codec<StockCommand, dev.quintet.wire.avro.StockCommand> {
    @Override
    public dev.quintet.wire.avro.StockCommand toAvro(StockCommand command) {
        var head = command.head();
        return new dev.quintet.wire.avro.StockCommand(
                head.commandId(),
                head.orderId(),
                head.customerId(),
                command.outletId(),
                switch (command.request()) {
                    case StockRequest.Reserve(var lines) ->
                        new ReserveStock(SharedCodecs.list(lines, SharedCodecs::toAvro));
                    case StockRequest.Release() -> new ReleaseStock();
                    case StockRequest.Replenish(var lines) ->
                        new ReplenishStock(SharedCodecs.list(lines, SharedCodecs::toAvro));
                    case StockRequest.SetCapacity(var orders, var slotMillis) -> new SetCapacity(orders, slotMillis);
                },
                head.incarnation());
    }

    @Override
    public StockCommand toDomain(dev.quintet.wire.avro.StockCommand record) {
        return new StockCommand(
                new CommandHead(
                        record.getCommandId(), record.getOrderId(), record.getCustomerId(), record.getIncarnation()),
                record.getOutletId(),
                switch (record.getCommand()) {
                    case ReserveStock reserve ->
                        new StockRequest.Reserve(SharedCodecs.list(reserve.getLines(), SharedCodecs::toDomain));
                    case ReleaseStock _ -> new StockRequest.Release();
                    case ReplenishStock replenish ->
                        new StockRequest.Replenish(SharedCodecs.list(replenish.getLines(), SharedCodecs::toDomain));
                    case SetCapacity capacity ->
                        new StockRequest.SetCapacity(capacity.getOrders(), capacity.getSlotMillis());
                    case Object other -> throw new PoisonRecordException("No such command: " + other.getClass());
                });
    }
}
