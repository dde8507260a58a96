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

    /**
     * Answers a command, unless it belongs to nobody.
     *
     * @param timestamp the time of the command, in epoch milliseconds
     * @param isAwaited whether a customer waits for what comes of it; else it is committed with the interval
     */
    void send(CommandHead head, Reply reply, long timestamp, boolean isAwaited) {
        if (head.customerId().isEmpty()) {
            return;
        }
        context.forward(new Record<Object, Object>(head.customerId(), reply, timestamp), ParticipantTopology.REPLIES);
        if (isAwaited) {
            prompt.forRecordOf(timestamp);
        }
    }
}
