package dev.quintet.wire;

import dev.quintet.domain.view.SalesMinute;
import java.util.TreeMap;

/** Writes maps in the order of their keys: equal sales are equal bytes, however they came to be. */
final class SalesMinuteCodec implements Codec<SalesMinute, dev.quintet.wire.avro.SalesMinute> {
    @Override
    public dev.quintet.wire.avro.SalesMinute toAvro(SalesMinute sales) {
        return new dev.quintet.wire.avro.SalesMinute(
                sales.accepted(),
                new TreeMap<>(sales.refused()),
                sales.confirmed(),
                sales.completed(),
                sales.cancelled(),
                new TreeMap<>(sales.revenue()),
                new TreeMap<>(sales.items()));
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
