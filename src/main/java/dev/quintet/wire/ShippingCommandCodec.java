package dev.quintet.wire;

import dev.quintet.domain.participant.CommandHead;
import dev.quintet.domain.shipping.ShippingCommand;
import dev.quintet.wire.avro.ArrangeDelivery;

final class ShippingCommandCodec implements Codec<ShippingCommand, dev.quintet.wire.avro.ShippingCommand> {
    @Override
    public dev.quintet.wire.avro.ShippingCommand toAvro(ShippingCommand command) {
        var head = command.head();
        return new dev.quintet.wire.avro.ShippingCommand(
                head.commandId(),
                head.orderId(),
                head.customerId(),
                new ArrangeDelivery(command.outletId(), SharedCodecs.list(command.lines(), SharedCodecs::toAvro)),
                head.incarnation());
    }

    @Override
    public ShippingCommand toDomain(dev.quintet.wire.avro.ShippingCommand record) {
        return switch (record.getCommand()) {
            case ArrangeDelivery arrange ->
                new ShippingCommand(
                        new CommandHead(
                                record.getCommandId(),
                                record.getOrderId(),
                                record.getCustomerId(),
                                record.getIncarnation()),
                        arrange.getOutletId(),
                        SharedCodecs.list(arrange.getLines(), SharedCodecs::toDomain));
            case Object other -> throw new PoisonRecordException("No such command: " + other.getClass());
        };
    }
}
