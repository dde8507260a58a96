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
        return switch (asked.what()) {
            case "AuthorizePayment" -> toAuthorize(asked);
            case "VoidPayment" -> toVoid(asked);
            default -> asked.orderId().equals("repeated") ? List.of(asked.ok(), asked.ok()) : List.of(asked.ok());
        };
    }

    private static List<Said> toAuthorize(Asked asked) {
        return switch (asked.orderId()) {
            case "repeated" -> List.of(asked.ok(), asked.ok());
            // Both answers at once, the first of them past its time.
            case "late" -> asked.times() == 1 ? List.of() : List.of(asked.ok(), asked.ok());
            case "too-late", "swapped" -> List.of();
            case "early" ->
                List.of(
                        asked.okTo("capture-payment"),
                        asked.okTo("refund-payment"),
                        asked.okTo("void-payment"),
                        asked.ok());
            case "astray" ->
                List.of(
                        new Said(asked.customerId(), "nobodys", "nobodys/authorize-payment", null),
                        new Said("somebody-else", asked.orderId(), asked.commandId(), null),
                        asked.okTo("bake-a-cake"),
                        asked.ok());
            case "fickle" -> List.of(asked.ok(), asked.no("ON_SECOND_THOUGHT"));
            case "relenting" -> List.of(asked.no("DECLINED"), asked.ok());
            default -> List.of(asked.ok());
        };
    }

    private List<Said> toVoid(Asked asked) {
        return switch (asked.orderId()) {
            case "too-late" -> List.of(asked.okTo("authorize-payment"), asked.ok());
            case "swapped" -> List.of(asked.ok(), asked.okTo("authorize-payment"));
            case "stubborn-1", "stubborn-2" -> List.of(broken ? asked.no("BROKEN") : asked.ok());
            default -> List.of(asked.ok());
        };
    }
}
