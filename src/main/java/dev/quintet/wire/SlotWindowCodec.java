package dev.quintet.wire;

import dev.quintet.domain.limit.SlotEntry;
import dev.quintet.domain.limit.SlotStatus;
import dev.quintet.domain.limit.SlotWindow;

/** The start of a window is in the key of its row; here it follows from the orders in it, of which a stored one has some. */
final class SlotWindowCodec implements Codec<SlotWindow, dev.quintet.wire.avro.SlotWindow> {
    @Override
    public dev.quintet.wire.avro.SlotWindow toAvro(SlotWindow window) {
        return new dev.quintet.wire.avro.SlotWindow(
                SharedCodecs.list(window.entries(), SlotWindowCodec::toAvro), window.spilled());
    }

    @Override
    public SlotWindow toDomain(dev.quintet.wire.avro.SlotWindow record) {
        if (record.getEntries().isEmpty()) {
            throw new PoisonRecordException("A stored slot window has no orders");
        }
        var entries = SharedCodecs.list(record.getEntries(), SlotWindowCodec::toDomain);
        return new SlotWindow(SlotWindow.startOf(entries.getFirst().placedAtMillis()), entries, record.getSpilled());
    }

    private static dev.quintet.wire.avro.SlotEntry toAvro(SlotEntry entry) {
        return new dev.quintet.wire.avro.SlotEntry(
                entry.orderId(),
                entry.promotionId(),
                entry.placedAtMillis(),
                entry.fingerprint(),
                dev.quintet.wire.avro.SlotStatus.valueOf(entry.status().name()),
                entry.items(),
                entry.policyVersion(),
                SharedCodecs.nullable(entry.reason(), SharedCodecs::toAvro),
                SharedCodecs.nullable(entry.use(), SharedCodecs::toAvro),
                SharedCodecs.nullable(entry.total(), SharedCodecs::toAvro));
    }

    private static SlotEntry toDomain(dev.quintet.wire.avro.SlotEntry entry) {
        return new SlotEntry(
                entry.getOrderId(),
                entry.getPromotionId(),
                entry.getPlacedAtMillis(),
                entry.getFingerprint(),
                SlotStatus.valueOf(entry.getStatus().name()),
                entry.getItems(),
                entry.getPolicyVersion(),
                SharedCodecs.nullable(entry.getReason(), SharedCodecs::toDomain),
                SharedCodecs.nullable(entry.getUse(), SharedCodecs::toDomain),
                SharedCodecs.nullable(entry.getTotal(), SharedCodecs::toDomain));
    }
}
