package dev.quintet.wire;

import dev.quintet.domain.participant.Reply;
import dev.quintet.wire.avro.Outcome;
import dev.quintet.wire.avro.ParticipantReply;

final class ReplyCodec implements Codec<Reply, ParticipantReply> {
    @Override
    public ParticipantReply toAvro(Reply reply) {
        return new ParticipantReply(
                reply.commandId(),
                reply.orderId(),
                reply.isOk() ? Outcome.OK : Outcome.NO,
                reply.reason(),
                reply.reference());
    }

    @Override
    public Reply toDomain(ParticipantReply record) {
        if ((record.getOutcome() == Outcome.OK) != (record.getReason() == null)) {
            throw new PoisonRecordException("A reply is NO exactly when it has a reason: " + record.getCommandId());
        }
        return new Reply(
                record.getCommandId(),
                record.getOrderId(),
                SharedCodecs.nullable(record.getReason(), SharedCodecs::label),
                SharedCodecs.nullable(record.getReference(), SharedCodecs::label));
    }
}
