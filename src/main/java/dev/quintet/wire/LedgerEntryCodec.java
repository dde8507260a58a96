package dev.quintet.wire;

import dev.quintet.domain.payment.LedgerEntry;
import dev.quintet.domain.payment.Movement;

final class LedgerEntryCodec implements Codec<LedgerEntry, dev.quintet.wire.avro.LedgerEntry> {
    @Override
    public dev.quintet.wire.avro.LedgerEntry toAvro(LedgerEntry entry) {
        return new dev.quintet.wire.avro.LedgerEntry(
                entry.orderId(),
                entry.customerId(),
                dev.quintet.wire.avro.Movement.valueOf(entry.entry().name()),
                SharedCodecs.toAvro(entry.amount()),
                entry.commandId());
    }

    @Override
    public LedgerEntry toDomain(dev.quintet.wire.avro.LedgerEntry record) {
        return new LedgerEntry(
                record.getOrderId(),
                record.getCustomerId(),
                Movement.valueOf(record.getEntry().name()),
                SharedCodecs.toDomain(record.getAmount()),
                record.getCommandId());
    }
}
