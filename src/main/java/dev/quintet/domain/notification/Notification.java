package dev.quintet.domain.notification;

import dev.quintet.domain.order.OrderEvent;
import dev.quintet.domain.order.OrderFact;
import dev.quintet.domain.shipping.Customer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whom an event is told to, and how. */
public final class Notification {
    /**
     * How long an event is news. What is older is told to nobody: it is history that is imported or read again. As long
     * as what was sent is remembered, so that no message is sent a second time after a service was reset.
     */
    public static final Duration NEWS_FOR = Duration.ofDays(7);

    private Notification() {}

    /** Whether somebody should be told of the event now, if there is somebody. */
    public static boolean isNews(OrderEvent event, Instant now) {
        return template(event.fact()) != null
                && event.occurredAt().plus(NEWS_FOR).isAfter(now);
    }

    /**
     * The messages about an event: none, or a mail, and a text message too when the customer has a phone.
     *
     * @param content null when what was ordered is not known any more; the message then tells the rest
     */
    public static List<Message> of(OrderEvent event, @Nullable OrderContent content, Customer customer) {
        var template = template(event.fact());
        if (template == null) {
            return List.of();
        }
        var letter = new Letter(event, content, customer);
        var messages = new ArrayList<Message>(2);
        messages.add(message(event, template, Channel.EMAIL, customer.email(), letter.subject(), letter.body()));
        if (customer.phone() != null && !customer.phone().isBlank()) {
            messages.add(message(event, template, Channel.SMS, customer.phone(), "", letter.shortText()));
        }
        return messages;
    }

    private static @Nullable Template template(OrderFact fact) {
        return switch (fact) {
            case OrderFact.Confirmed _ -> Template.ORDER_CONFIRMED;
            case OrderFact.Cancelled _ -> Template.ORDER_CANCELLED;
            default -> null;
        };
    }

    private static Message message(
            OrderEvent event, Template template, Channel channel, String to, String subject, String body) {
        var orderId = event.orderId();
        return new Message(
                Message.idOf(orderId, template, channel),
                event.customerId(),
                channel,
                to,
                subject,
                body,
                orderId,
                template.id());
    }
}
