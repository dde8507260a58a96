package dev.quintet.wire;

import dev.quintet.domain.participant.CommandHead;
import dev.quintet.domain.shipping.ShippingCommand;
import dev.quintet.domain.shipping.ShippingRequest;
import dev.quintet.wire.avro.ArrangeDelivery;
import dev.quintet.wire.avro.CancelDelivery;
import dev.quintet.wire.avro.DispatchDelivery;
import dev.quintet.wire.avro.PromiseDelivery;

final class ShippingCommandCodec implements Codec<ShippingCommand, dev.quintet.wire.avro.ShippingCommand> {
    @Override
    public dev.quintet.wire.avro.ShippingCommand toAvro(ShippingCommand command) {
        var head = command.head();
        return new dev.quintet.wire.avro.ShippingCommand(
                head.commandId(),
                head.orderId(),
                head.customerId(),
                switch (command.request()) {
                    case ShippingRequest.Promise(var outletId, var lines) ->
                        new PromiseDelivery(outletId, SharedCodecs.list(lines, SharedCodecs::toAvro));
                    case ShippingRequest.Cancel() -> new CancelDelivery();
                    case ShippingRequest.Dispatch() -> new DispatchDelivery();
                    case ShippingRequest.Arrange(var outletId, var lines) ->
                        new ArrangeDelivery(outletId, SharedCodecs.list(lines, SharedCodecs::toAvro));
                },
                head.incarnation());
    }

    @Override
    public ShippingCommand toDomain(dev.quintet.wire.avro.ShippingCommand record) {
        return new ShippingCommand(
                new CommandHead(
                        record.getCommandId(), record.getOrderId(), record.getCustomerId(), record.getIncarnation()),
                switch (record.getCommand()) {
                    case PromiseDelivery promise ->
                        new ShippingRequest.Promise(
                                promise.getOutletId(), SharedCodecs.list(promise.getLines(), SharedCodecs::toDomain));
                    case CancelDelivery _ -> new ShippingRequest.Cancel();
                    case DispatchDelivery _ -> new ShippingRequest.Dispatch();
                    case ArrangeDelivery arrange ->
                        new ShippingRequest.Arrange(
                                arrange.getOutletId(), SharedCodecs.list(arrange.getLines(), SharedCodecs::toDomain));
                    case Object other -> throw new PoisonRecordException("No such command: " + other.getClass());
                });
    }
}
