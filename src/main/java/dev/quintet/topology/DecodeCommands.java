package dev.quintet.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.quintet.domain.order.Ids;
import dev.quintet.domain.order.OrderCommand;
import dev.quintet.domain.order.PlaceOrder;
import dev.quintet.wire.PoisonRecordException;
import dev.quintet.wire.Topics;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * Turns the bytes of a command into a command, or into a dead letter.
 *
 * <p>A step of the topology and not a deserialization handler, because it needs key and value together: a command under
 * the key of another customer would be judged in the wrong partition. An outage of the registry is no dead letter; it
 * leaves here as an exception, the transaction rolls back, and the record is read again.
 */
final class DecodeCommands implements Processor<byte[], byte[], Object, Object> {
    private final Deserializer<OrderCommand> commands;

    @SuppressWarnings("NullAway.Init")
    private ProcessorContext<Object, Object> context;

    DecodeCommands(Deserializer<OrderCommand> commands) {
        this.commands = commands;
    }

    @Override
    public void init(ProcessorContext<Object, Object> context) {
        this.context = context;
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        OrderCommand command;
        try {
            command = decode(record.key(), record.value());
        } catch (PoisonRecordException e) {
            var origin = context.recordMetadata().orElseThrow();
            context.forward(
                    DeadLetters.of(record, origin, String.valueOf(e.getMessage())), OrdersTopology.DEAD_LETTERS);
            return;
        }
        var next = command instanceof PlaceOrder ? OrdersTopology.ADMIT : OrdersTopology.SAGAS;
        context.forward(record.<Object>withKey(command.customerId()).withValue(command), next);
    }

    private OrderCommand decode(byte @Nullable [] key, byte @Nullable [] value) {
        if (key == null) {
            throw new PoisonRecordException("The key is missing; it must be the customer id");
        }
        if (value == null) {
            throw new PoisonRecordException("The value is missing; it must be an OrderCommand");
        }
        var command = commands.deserialize(Topics.ORDER_COMMANDS, value);
        if (!Ids.isValid(command.orderId()) || !Ids.isValid(command.customerId())) {
            throw new PoisonRecordException("Order id and customer id must be " + Ids.RULE);
        }
        if (!command.customerId().equals(new String(key, UTF_8))) {
            throw new PoisonRecordException("The key must be the customer id of the command, " + command.customerId());
        }
        return command;
    }
}
