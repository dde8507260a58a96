package dev.quintet.domain.notification;

import dev.quintet.domain.order.OrderEvent;
import dev.quintet.domain.order.OrderFact;
import dev.quintet.domain.shipping.Customer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The words of a message. */
record Letter(OrderEvent event, @Nullable OrderContent content, Customer customer) {

    String subject() {
        return "Your order " + event.orderId() + " is " + outcome();
    }

    String body() {
        return "Hello " + customer.name() + ",\n\nyour order " + event.orderId() + " is " + outcome() + remark() + ".\n"
                + goods() + consequence();
    }

    /** In one line, because what is longer is paid for twice. */
    String shortText() {
        var total = content == null || event.fact() instanceof OrderFact.Cancelled
                ? ""
                : ": " + lines(content, ", ", "") + ", total " + Amount.of(content.total());
        return subject() + remark() + total + ".";
    }

    private String outcome() {
        return event.fact() instanceof OrderFact.Cancelled ? "cancelled" : "confirmed";
    }

    private String remark() {
        return event.fact() instanceof OrderFact.Cancelled cancelled
                ? " because " + Causes.inPlainWords(cancelled.cause())
                : "";
    }

    private String goods() {
        if (content == null) {
            return "";
        }
        var discount = content.discountPercent() == 0 ? "" : "\nDiscount: " + content.discountPercent() + " %";
        return "\n" + lines(content, "\n", content.total().currency()) + discount + "\nTotal: "
                + Amount.of(content.total()) + "\n";
    }

    private String consequence() {
        return switch (event.fact()) {
            case OrderFact.Cancelled(var _, var slotReleased) ->
                "\nYou pay nothing for it; what was held or taken for it is given back."
                        + (slotReleased ? " It no longer counts for the limit of the promotion." : "") + "\n";
            default -> "\nIt will be delivered to your address.\n";
        };
    }

    /** The lines; each with its price when a currency is given. */
    private static String lines(OrderContent content, String separator, String currency) {
        return content.lines().stream()
                .map(line -> line.quantity() + " x " + line.itemId()
                        + (currency.isEmpty() ? "" : ", " + Amount.of(line.unitPriceMinor(), currency) + " each"))
                .collect(Collectors.joining(separator));
    }
}
