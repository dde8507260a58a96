package dev.quintet.topology;

import dev.quintet.domain.participant.CommandHead;
import dev.quintet.domain.participant.Reply;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** The replies of a participant: each goes to the customer of its command, who waits for it. */
final class Replies {
    private final ProcessorContext<Object, Object> context;
    private final PromptCommit prompt;

    Replies(ProcessorContext<Object, Object> context) {
        this.context = context;
        prompt = new PromptCommit(context);
    }

    /** Answers a command, unless it belongs to nobody. {@code timestamp} is the time of the command, in epoch milliseconds. */
    void send(CommandHead head, Reply reply, long timestamp) {
        if (head.customerId().isEmpty()) {
            return;
        }
        context.forward(new Record<Object, Object>(head.customerId(), reply, timestamp), ParticipantTopology.REPLIES);
        prompt.forRecordOf(timestamp);
    }
}
