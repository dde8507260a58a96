package dev.quintet.domain.view;

import dev.quintet.domain.notification.Message;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message about an order. That it was written and that it was sent are read from two topics, in any order.
 *
 * @param message what it says; null while only that it was sent is known
 * @param writtenAt null together with the message
 * @param sentAt when it was handed over for good; null before
 */
public record OrderMessage(
        @Nullable Message message,
        @Nullable Instant writtenAt,
        @Nullable Instant sentAt) {
    private static final OrderMessage UNKNOWN = new OrderMessage(null, null, null);

    /** Whether all that is known of it happened before an instant. */
    public boolean isOlderThan(Instant instant) {
        return (writtenAt == null || writtenAt.isBefore(instant)) && (sentAt == null || sentAt.isBefore(instant));
    }

    /** The message after it was written, perhaps again. */
    public static OrderMessage written(@Nullable OrderMessage before, Message message, Instant at) {
        var known = before == null ? UNKNOWN : before;
        return new OrderMessage(message, known.writtenAt == null ? at : known.writtenAt, known.sentAt);
    }

    /** The message after it was sent, perhaps again. */
    public static OrderMessage sent(@Nullable OrderMessage before, Instant at) {
        var known = before == null ? UNKNOWN : before;
        return new OrderMessage(known.message, known.writtenAt, known.sentAt == null ? at : known.sentAt);
    }
}
