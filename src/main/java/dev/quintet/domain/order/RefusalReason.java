package dev.quintet.domain.order;

/** Why an order was refused. */
public enum RefusalReason {
    BAD_TIMESTAMP("The order's time lies more than 5 minutes ahead of the clock."),
    INVALID_ORDER("The order's content breaks a rule."),
    TOO_LATE("The order's time is older than the slots that are kept."),
    IDEMPOTENCY_CONFLICT("An order with this id and other content was judged before; it stands as it was."),
    UNKNOWN_PROMOTION("No promotion has this id."),
    PROMOTION_NOT_ACTIVE("The promotion has not started or is over."),
    UNKNOWN_ITEM("The menu lacks an item of the order."),
    LIMIT_REACHED("The customer's slots in this window are used up.");

    private final String explanation;

    RefusalReason(String explanation) {
        this.explanation = explanation;
    }

    /** The reason as a sentence for a person. */
    public String explanation() {
        return explanation;
    }
}
