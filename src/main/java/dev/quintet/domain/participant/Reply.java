package dev.quintet.domain.participant;

import org.jspecify.annotations.Nullable;

/**
 * A participant's answer to one command.
 *
 * @param reason why it was not done and never will be, in capitals as OUT_OF_STOCK; null when it was done
 * @param reference the participant's own id of what was done, for people; null when there is none
 */
public record Reply(
        String commandId,
        String orderId,
        @Nullable String reason,
        @Nullable String reference) {

    public static Reply ok(CommandHead head, @Nullable String reference) {
        return new Reply(head.commandId(), head.orderId(), null, reference);
    }

    public static Reply no(CommandHead head, String reason) {
        return new Reply(head.commandId(), head.orderId(), reason, null);
    }

    public boolean isOk() {
        return reason == null;
    }
}
