package dev.quintet.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.quintet.domain.participant.Reply;
import dev.quintet.wire.PoisonRecordException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Turns the bytes of a participant's reply into a reply, or into a dead letter. */
final class DecodeReplies implements Processor<byte[], byte[], Object, Object> {
    private final Deserializer<Reply> replies;

    @SuppressWarnings("NullAway.Init")
    private ProcessorContext<Object, Object> context;

    DecodeReplies(Deserializer<Reply> replies) {
        this.replies = replies;
    }

    @Override
    public void init(ProcessorContext<Object, Object> context) {
        this.context = context;
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        var origin = context.recordMetadata().orElseThrow();
        try {
            if (record.value() == null) {
                throw new PoisonRecordException("The value is missing; it must be a ParticipantReply");
            }
            if (record.key() == null) {
                throw new PoisonRecordException("The key is missing; it must be the customer id of the command");
            }
            var customerId = new String(record.key(), UTF_8);
            var reply = replies.deserialize(origin.topic(), record.value());
            context.forward(record.<Object>withKey(customerId).withValue(reply), OrdersTopology.SAGAS);
        } catch (PoisonRecordException e) {
            context.forward(
                    DeadLetters.of(record, origin, String.valueOf(e.getMessage())), OrdersTopology.DEAD_LETTERS);
        }
    }
}
