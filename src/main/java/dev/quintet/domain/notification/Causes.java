package dev.quintet.domain.notification;

import dev.quintet.domain.order.OrderFact;

/** Why an order was cancelled, for the customer. */
final class Causes {
    private Causes() {}

    /** The cause as the second half of a sentence, after "because". Participants may have reasons that nobody here knows. */
    static String inPlainWords(String cause) {
        return switch (cause) {
            case "OUT_OF_STOCK" -> "the outlet has run out of what you ordered";
            case "NO_CAPACITY" -> "the kitchen has no more room for it";
            case "DECLINED" -> "your payment was declined";
            case "NO_ADDRESS" -> "we do not know where to deliver it";
            case "NO_REPLY" -> "it could not be checked in time";
            case OrderFact.Cancelled.BY_CUSTOMER -> "you cancelled it";
            case OrderFact.Cancelled.BY_OPERATOR -> "we had to cancel it";
            default -> "something went wrong on our side";
        };
    }
}
