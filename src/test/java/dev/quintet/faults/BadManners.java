package dev.quintet.faults;

import java.util.List;

/** Breaks the contract of participants in as many ways, each for the order that is called so. */
final class BadManners implements Manner {
    /** Until then it can't void what it holds for orders that are called stubborn. */
    private volatile boolean broken = true;

    void mend() {
        broken = false;
    }

    @Override
    public List<Said> to(Asked asked) {
        boolean isFirst = asked.what().equals("AuthorizePayment");
        boolean isUndoing = asked.what().equals("VoidPayment");
        return switch (asked.orderId()) {
            case "repeated" -> List.of(asked.ok(), asked.ok());
            case "late" ->
                isFirst && asked.times() == 1
                        ? List.of()
                        : asked.times() == 2 ? List.of(asked.ok(), asked.ok()) : List.of(asked.ok());
            case "too-late" -> isFirst ? List.of() : List.of(asked.okTo("authorize-payment"), asked.ok());
            case "swapped" -> isFirst ? List.of() : List.of(asked.ok(), asked.okTo("authorize-payment"));
            case "early" ->
                isFirst
                        ? List.of(
                                asked.okTo("capture-payment"),
                                asked.okTo("refund-payment"),
                                asked.okTo("void-payment"),
                                asked.ok())
                        : List.of(asked.ok());
            case "astray" ->
                isFirst
                        ? List.of(
                                new Said(asked.customerId(), "nobodys", "nobodys/authorize-payment", null),
                                new Said("somebody-else", asked.orderId(), asked.commandId(), null),
                                asked.okTo("bake-a-cake"),
                                asked.ok())
                        : List.of(asked.ok());
            case "fickle" -> isFirst ? List.of(asked.ok(), asked.no("ON_SECOND_THOUGHT")) : List.of(asked.ok());
            case "relenting" -> isFirst ? List.of(asked.no("DECLINED"), asked.ok()) : List.of(asked.ok());
            case "stubborn-1", "stubborn-2" -> List.of(isUndoing && broken ? asked.no("BROKEN") : asked.ok());
            default -> List.of(asked.ok());
        };
    }
}
