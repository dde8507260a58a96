package dev.quintet.wire;

import dev.quintet.domain.shipping.DeliveryPromise;
import dev.quintet.wire.avro.DeliveryState;

/** An order for which nothing was asked has no row. */
final class DeliveryPromiseCodec implements Codec<DeliveryPromise, dev.quintet.wire.avro.DeliveryPromise> {
    private static final ShipmentCodec SHIPMENT = new ShipmentCodec();

    @Override
    public dev.quintet.wire.avro.DeliveryPromise toAvro(DeliveryPromise promise) {
        return new dev.quintet.wire.avro.DeliveryPromise(
                DeliveryState.valueOf(promise.state().name()),
                SharedCodecs.nullable(promise.shipment(), SHIPMENT::toAvro));
    }

    @Override
    public DeliveryPromise toDomain(dev.quintet.wire.avro.DeliveryPromise record) {
        return new DeliveryPromise(
                DeliveryPromise.State.valueOf(record.getState().name()),
                SharedCodecs.nullable(record.getShipment(), SHIPMENT::toDomain));
    }
}
