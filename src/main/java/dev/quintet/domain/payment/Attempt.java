package dev.quintet.domain.payment;

import dev.quintet.domain.participant.Reply;
import org.jspecify.annotations.Nullable;

/**
 * A command that must be recognised when it comes again.
 *
 * @param deliveries how often it came before it was answered
 * @param dueAt when it is to be answered, in epoch milliseconds; 0 when its answer is not delayed
 * @param reply null until it is answered
 */
public record Attempt(
        String commandId,
        int deliveries,
        long dueAt,
        @Nullable Reply reply) {

    /** Whether its answer is still to come, by itself. */
    boolean isDelayed() {
        return reply == null && dueAt > 0;
    }

    Attempt answered(Reply answer) {
        return new Attempt(commandId, deliveries, dueAt, answer);
    }
}
