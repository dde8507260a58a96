package dev.quintet.domain.notification;

import dev.quintet.domain.order.Ids;

/**
 * A message that is to be sent once.
 *
 * @param messageId the same whenever the same message is written to the customer again; in the form of a Message-ID header
 * @param to an address of mail, or a phone number with country code
 * @param subject empty for a text message
 * @param template the id of the {@link Template}; a later build may know more of them than this one
 */
public record Message(
        String messageId,
        String customerId,
        Channel channel,
        String to,
        String subject,
        String body,
        String orderId,
        String template) {

    static String idOf(String orderId, Template template, Channel channel) {
        // Mail has the plain form; everything else says what it is, because each channel is sent on its own.
        return switch (channel) {
            case EMAIL -> "<" + orderId + "." + template.id() + "@quintet>";
            case SMS -> "<" + orderId + "." + template.id() + ".sms@quintet>";
        };
    }

    /** What tells it from every other message, also from one of the same id to another customer. */
    public String identity() {
        return Ids.ofCustomer(customerId, messageId);
    }

    /** What its record is keyed by: all messages of the same news stay in order. */
    public String key() {
        return orderId + "/" + template;
    }
}
