package dev.quintet.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.quintet.domain.order.Ids;
import dev.quintet.domain.order.Texts;
import dev.quintet.wire.PoisonRecordException;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/** Commands to a participant. */
final class DecodeParticipantCommands<C> implements Decoding {
    private final CommandContract<C> contract;
    private final Deserializer<C> commands;

    DecodeParticipantCommands(CommandContract<C> contract) {
        this.contract = contract;
        commands = contract.commands().deserializer();
    }

    @Override
    public Decoded decode(String topic, byte @Nullable [] key, byte @Nullable [] value) {
        require(key != null, "The key is missing");
        require(value != null, "The value is missing; it must be a command");
        var command = commands.deserialize(topic, value);
        var expected = contract.key().apply(command);
        require(Ids.isValid(expected), "The id that is the key must be " + Ids.RULE);
        require(key != null && expected.equals(new String(key, UTF_8)), "The key must be " + expected);
        checkHead(command);
        var problem = contract.problem().apply(command);
        require(problem == null, String.valueOf(problem));
        return new Decoded(expected, command, ParticipantTopology.ACT);
    }

    private void checkHead(C command) {
        var head = contract.head().apply(command);
        int length = head.commandId().length();
        require(
                length > 0 && length <= Texts.COMMAND_ID_MAX,
                "The command id must have 1 to " + Texts.COMMAND_ID_MAX + " characters");
        boolean mayBeEmpty = !contract.belongsToOrder().test(command);
        require(isId(head.orderId(), mayBeEmpty), "The order id must be " + Ids.RULE);
        require(isId(head.customerId(), mayBeEmpty), "The customer id must be " + Ids.RULE);
    }

    private static boolean isId(String id, boolean mayBeEmpty) {
        return (mayBeEmpty && id.isEmpty()) || Ids.isValid(id);
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new PoisonRecordException(otherwise);
        }
    }
}
