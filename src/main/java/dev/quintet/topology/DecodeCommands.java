package dev.quintet.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.quintet.domain.order.Ids;
import dev.quintet.domain.order.OrderCommand;
import dev.quintet.domain.order.PlaceOrder;
import dev.quintet.domain.order.RepairOrder;
import dev.quintet.wire.PoisonRecordException;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/** Commands to orders. Each must stand under its customer. */
record DecodeCommands(Deserializer<OrderCommand> commands) implements Decoding {
    @Override
    public Decoded decode(String topic, byte @Nullable [] key, byte @Nullable [] value) {
        if (key == null) {
            throw new PoisonRecordException("The key is missing; it must be the customer id");
        }
        if (value == null) {
            throw new PoisonRecordException("The value is missing; it must be an OrderCommand");
        }
        var command = commands.deserialize(topic, value);
        if (!Ids.isValid(command.orderId()) || !Ids.isValid(command.customerId())) {
            throw new PoisonRecordException("Order id and customer id must be " + Ids.RULE);
        }
        if (!command.customerId().equals(new String(key, UTF_8))) {
            throw new PoisonRecordException("The key must be the customer id of the command, " + command.customerId());
        }
        if (command instanceof RepairOrder repair && repair.step().length() > Ids.LENGTH_MAX) {
            throw new PoisonRecordException("A step's name has at most " + Ids.LENGTH_MAX + " characters");
        }
        var next = command instanceof PlaceOrder ? OrdersTopology.ADMIT : OrdersTopology.SAGAS;
        return new Decoded(command.customerId(), command, next);
    }
}
