package dev.quintet.wire;

import dev.quintet.domain.shipping.Shipment;

final class ShipmentCodec implements Codec<Shipment, dev.quintet.wire.avro.Shipment> {
    @Override
    public dev.quintet.wire.avro.Shipment toAvro(Shipment shipment) {
        return new dev.quintet.wire.avro.Shipment(
                shipment.shipmentId(),
                shipment.orderId(),
                shipment.customerId(),
                shipment.name(),
                shipment.address(),
                shipment.region(),
                shipment.outletId(),
                SharedCodecs.list(shipment.lines(), SharedCodecs::toAvro));
    }

    @Override
    public Shipment toDomain(dev.quintet.wire.avro.Shipment record) {
        return new Shipment(
                record.getShipmentId(),
                record.getOrderId(),
                record.getCustomerId(),
                record.getName(),
                record.getAddress(),
                record.getRegion(),
                record.getOutletId(),
                SharedCodecs.list(record.getLines(), SharedCodecs::toDomain));
    }
}
