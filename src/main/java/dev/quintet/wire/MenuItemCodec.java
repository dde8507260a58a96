package dev.quintet.wire;

import dev.quintet.domain.order.MenuItem;

final class MenuItemCodec implements Codec<MenuItem, dev.quintet.wire.avro.MenuItem> {
    @Override
    public dev.quintet.wire.avro.MenuItem toAvro(MenuItem item) {
        return new dev.quintet.wire.avro.MenuItem(item.itemId(), item.name(), SharedCodecs.toAvro(item.price()));
    }

    @Override
    public MenuItem toDomain(dev.quintet.wire.avro.MenuItem record) {
        var item = new MenuItem(record.getItemId(), record.getName(), SharedCodecs.toDomain(record.getPrice()));
        var problem = item.problem();
        if (problem != null) {
            throw new PoisonRecordException("Menu item " + item.itemId() + ": " + problem);
        }
        return item;
    }
}
