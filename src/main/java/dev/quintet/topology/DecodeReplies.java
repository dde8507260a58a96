package dev.quintet.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.quintet.domain.order.Ids;
import dev.quintet.domain.order.Texts;
import dev.quintet.domain.participant.Reply;
import dev.quintet.wire.PoisonRecordException;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/** Replies of participants. The key is the customer of the command, which the reply itself does not name. */
record DecodeReplies(Deserializer<Reply> replies) implements Decoding {
    @Override
    public Decoded decode(String topic, byte @Nullable [] key, byte @Nullable [] value) {
        if (value == null) {
            throw new PoisonRecordException("The value is missing; it must be a ParticipantReply");
        }
        if (key == null) {
            throw new PoisonRecordException("The key is missing; it must be the customer id of the command");
        }
        var customerId = new String(key, UTF_8);
        if (!Ids.isValid(customerId)) {
            throw new PoisonRecordException("The key must be the customer id of the command, " + Ids.RULE);
        }
        var reply = replies.deserialize(topic, value);
        if (!Ids.isValid(reply.orderId()) || reply.commandId().length() > Texts.COMMAND_ID_MAX) {
            throw new PoisonRecordException("The order id must be " + Ids.RULE + ", and the command id have at most "
                    + Texts.COMMAND_ID_MAX + " characters");
        }
        return new Decoded(customerId, reply, OrdersTopology.SAGAS);
    }
}
