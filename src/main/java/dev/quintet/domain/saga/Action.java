package dev.quintet.domain.saga;

import java.util.Locale;

/** What a saga asks of a participant, to do something or to undo it. */
public enum Action {
    RESERVE_STOCK,
    RELEASE_STOCK,
    AUTHORIZE_PAYMENT,
    VOID_PAYMENT,
    CAPTURE_PAYMENT,
    REFUND_PAYMENT,
    PROMISE_DELIVERY,
    CANCEL_DELIVERY,
    DISPATCH_DELIVERY,
    /** Of the first definition: a delivery that nobody promised, and that nobody takes back. */
    ARRANGE_DELIVERY;

    private final String label = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** How it is called in facts, command ids and docs: {@code reserve-stock}. */
    public String label() {
        return label;
    }
}
