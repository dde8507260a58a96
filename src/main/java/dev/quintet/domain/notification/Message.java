package dev.quintet.domain.notification;

import dev.quintet.domain.order.Ids;
import org.jspecify.annotations.Nullable;

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
    /** The longest message id, in characters. */
    public static final int ID_MAX = 256;

    /** The longest address or subject, in characters. */
    public static final int LINE_MAX = 500;

    /** The longest body, in characters. A message about an order of 100 lines has a tenth of it. */
    public static final int BODY_MAX = 100_000;

    /** Which of its parts is too long, whoever wrote it; null when none is. */
    public @Nullable String problem() {
        // Of messages that were written before the order was named, it is empty.
        if (orderId.length() > Ids.LENGTH_MAX || customerId.length() > Ids.LENGTH_MAX) {
            return "Order id and customer id must have at most " + Ids.LENGTH_MAX + " characters";
        }
        if (messageId.length() > ID_MAX || template.length() > Ids.LENGTH_MAX) {
            return "messageId must have at most " + ID_MAX + " characters, and template " + Ids.LENGTH_MAX;
        }
        boolean isLine = to.length() <= LINE_MAX && subject.length() <= LINE_MAX;
        return isLine && body.length() <= BODY_MAX
                ? null
                : "to and subject must have at most " + LINE_MAX + " characters, and body " + BODY_MAX;
    }

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
