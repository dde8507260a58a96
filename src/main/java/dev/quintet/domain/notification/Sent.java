package dev.quintet.domain.notification;

import dev.quintet.domain.order.Ids;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message that was taken by who delivers it, or never can be, and must not be sent again.
 *
 * @param identity its {@link Message#identity}
 * @param orderId the order that it is about; empty when that was not kept yet
 * @param undeliverable why it can never be delivered; null when it was taken
 */
public record Sent(
        String identity,
        Instant at,
        String orderId,
        @Nullable String undeliverable) {

    /** Whether it can be the identity of a message. */
    public boolean isIdentity() {
        return identity.indexOf('/') > 0
                && Ids.isValid(customerId())
                && messageId().length() <= Message.ID_MAX;
    }

    /** Whose message it is. */
    public String customerId() {
        return identity.substring(0, slash());
    }

    /** Its id, which another customer's may share. */
    public String messageId() {
        return identity.substring(slash() + 1);
    }

    private int slash() {
        return identity.indexOf('/');
    }
}
