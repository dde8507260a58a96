package dev.quintet.wire;

import dev.quintet.domain.view.SalesMinute;

final class SalesMinuteCodec implements Codec<SalesMinute, dev.quintet.wire.avro.SalesMinute> {
    @Override
    public dev.quintet.wire.avro.SalesMinute toAvro(SalesMinute sales) {
        return new dev.quintet.wire.avro.SalesMinute(
                sales.accepted(),
                sales.refused(),
                sales.confirmed(),
                sales.completed(),
                sales.cancelled(),
                sales.revenue(),
                sales.items());
    }

    @Override
    public SalesMinute toDomain(dev.quintet.wire.avro.SalesMinute record) {
        return new SalesMinute(
                record.getAccepted(),
                record.getRefused(),
                record.getConfirmed(),
                record.getCompleted(),
                record.getCancelled(),
                record.getRevenue(),
                record.getItems());
    }
}
