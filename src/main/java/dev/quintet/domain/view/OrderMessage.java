package dev.quintet.domain.view;

import dev.quintet.domain.notification.Message;
import dev.quintet.domain.notification.Sent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message about an order. That it was written and that it was sent are read from two topics, in any order.
 *
 * @param message what it says; null while only that it was sent is known
 * @param writtenAt null together with the message
 * @param sentAt when it was handed over for good, or given up; null before
 * @param undeliverable why it can never be delivered; null when it was handed over, or may still be
 */
public record OrderMessage(
        @Nullable Message message,
        @Nullable Instant writtenAt,
        @Nullable Instant sentAt,
        @Nullable String undeliverable) {
    private static final OrderMessage UNKNOWN = new OrderMessage(null, null, null, null);

    /** Whether all that is known of it happened before an instant. */
    public boolean isOlderThan(Instant instant) {
        return (writtenAt == null || writtenAt.isBefore(instant)) && (sentAt == null || sentAt.isBefore(instant));
    }

    /** The message after it was written, perhaps again. */
    public static OrderMessage written(@Nullable OrderMessage before, Message message, Instant at) {
        var known = before == null ? UNKNOWN : before;
        return new OrderMessage(
                message, known.writtenAt == null ? at : known.writtenAt, known.sentAt, known.undeliverable);
    }

    /** The message after it was sent or given up, perhaps again. That it was sent stands, whatever is said later. */
    public static OrderMessage sent(@Nullable OrderMessage before, Sent sent) {
        var known = before == null ? UNKNOWN : before;
        return known.sentAt == null || known.undeliverable != null
                ? new OrderMessage(known.message, known.writtenAt, sent.at(), sent.undeliverable())
                : known;
    }

    /** Where it is. */
    public Delivery delivery() {
        if (sentAt == null) {
            return Delivery.WAITING;
        }
        return undeliverable == null ? Delivery.SENT : Delivery.UNDELIVERABLE;
    }

    /** Where a message is on its way. */
    public enum Delivery {
        /** It was written and is to be sent. */
        WAITING,
        /** It was handed over for good. */
        SENT,
        /** It never can be; it is a dead letter, and nobody tries any more. */
        UNDELIVERABLE
    }
}
