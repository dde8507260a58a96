package dev.quintet.wire;

import dev.quintet.domain.stock.ItemLevel;
import dev.quintet.domain.stock.Kitchen;
import dev.quintet.domain.stock.StockLevel;
import dev.quintet.domain.stock.SupplyOutcome;
import java.util.ArrayList;
import java.util.TreeMap;

final class StockLevelCodec implements Codec<StockLevel, dev.quintet.wire.avro.StockLevel> {
    @Override
    public dev.quintet.wire.avro.StockLevel toAvro(StockLevel level) {
        var items = new ArrayList<dev.quintet.wire.avro.ItemLevel>(level.items().size());
        level.items()
                .forEach((id, item) -> items.add(
                        new dev.quintet.wire.avro.ItemLevel(id, item.onHand(), item.reserved(), item.supplied())));
        var kitchen = level.kitchen();
        return new dev.quintet.wire.avro.StockLevel(
                level.outletId(),
                items,
                new dev.quintet.wire.avro.Kitchen(
                        kitchen.orders(),
                        kitchen.slotMillis(),
                        kitchen.slot(),
                        kitchen.slotStartMillis(),
                        kitchen.used()),
                SharedCodecs.list(
                        level.outcomes(),
                        outcome -> new dev.quintet.wire.avro.SupplyOutcome(outcome.mark(), outcome.reason())));
    }

    @Override
    public StockLevel toDomain(dev.quintet.wire.avro.StockLevel record) {
        try {
            var items = new TreeMap<String, ItemLevel>();
            for (var item : record.getItems()) {
                items.put(item.getItemId(), new ItemLevel(item.getOnHand(), item.getReserved(), item.getSupplied()));
            }
            var kitchen = record.getKitchen();
            return new StockLevel(
                    record.getOutletId(),
                    items,
                    new Kitchen(
                            kitchen.getOrders(),
                            kitchen.getSlotMillis(),
                            kitchen.getSlot(),
                            kitchen.getSlotStartMillis(),
                            kitchen.getUsed()),
                    SharedCodecs.list(
                            record.getOutcomes(),
                            outcome -> new SupplyOutcome(outcome.getMark(), outcome.getReason())));
        } catch (IllegalStateException e) {
            throw new PoisonRecordException("The stock of " + record.getOutletId() + " does not add up", e);
        }
    }
}
