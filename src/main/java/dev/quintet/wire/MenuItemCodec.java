package dev.quintet.wire;

import dev.quintet.domain.order.MenuItem;
import dev.quintet.domain.order.PriceBounds;

final class MenuItemCodec implements Codec<MenuItem, dev.quintet.wire.avro.MenuItem> {
    @Override
    public dev.quintet.wire.avro.MenuItem toAvro(MenuItem item) {
        return new dev.quintet.wire.avro.MenuItem(
                item.itemId(),
                item.name(),
                SharedCodecs.toAvro(item.price()),
                SharedCodecs.nullable(item.bounds(), MenuItemCodec::toAvro));
    }

    @Override
    public MenuItem toDomain(dev.quintet.wire.avro.MenuItem record) {
        var item = new MenuItem(
                record.getItemId(),
                SharedCodecs.name(record.getName()),
                SharedCodecs.toDomain(record.getPrice()),
                SharedCodecs.nullable(record.getBounds(), MenuItemCodec::toDomain));
        var problem = item.problem();
        if (problem != null) {
            throw new PoisonRecordException("Menu item " + item.itemId() + ": " + problem);
        }
        return item;
    }

    private static dev.quintet.wire.avro.PriceBounds toAvro(PriceBounds bounds) {
        return new dev.quintet.wire.avro.PriceBounds(bounds.minMinor(), bounds.maxMinor());
    }

    private static PriceBounds toDomain(dev.quintet.wire.avro.PriceBounds bounds) {
        return new PriceBounds(bounds.getMinMinor(), bounds.getMaxMinor());
    }
}
