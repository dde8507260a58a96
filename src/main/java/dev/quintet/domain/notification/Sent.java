package dev.quintet.domain.notification;

import java.time.Instant;

/**
 * A message that was taken by who delivers it, and must not be sent again.
 *
 * @param identity its {@link Message#identity}
 * @param orderId the order that it is about; empty when that was not kept yet
 */
public record Sent(String identity, Instant at, String orderId) {
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
