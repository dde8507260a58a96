package dev.quintet.domain.order;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something that happened to an order. */
public sealed interface OrderFact {

    /** Its name in the log: {@code OrderAccepted}. */
    default String type() {
        return switch (this) {
            case Accepted _ -> "OrderAccepted";
            case Refused _ -> "OrderRefused";
            case StepSucceeded _ -> "StepSucceeded";
            case StepRetried _ -> "StepRetried";
            case StepFailed _ -> "StepFailed";
            case Confirmed _ -> "OrderConfirmed";
            case Completed _ -> "OrderCompleted";
            case CancelRequested _ -> "CancelRequested";
            case CancelRefused _ -> "CancelRefused";
            case StepCompensated _ -> "StepCompensated";
            case Cancelled _ -> "OrderCancelled";
            case OperatorNeeded _ -> "OperatorNeeded";
            case OperatorActed _ -> "OperatorActed";
        };
    }

    /** Whether nothing follows it. */
    default boolean endsOrder() {
        return this instanceof Refused || this instanceof Completed || this instanceof Cancelled;
    }

    /** What can't be so in it, whoever wrote it; null when nothing is. Texts that are only for people have been cut. */
    default @Nullable String problem() {
        return switch (this) {
            case Accepted fact -> FactRules.problem(fact);
            case Refused fact -> FactRules.problem(fact);
            case StepSucceeded(var step, var _) -> FactRules.problemOfStep(step);
            case StepRetried(var step, var _) -> FactRules.problemOfStep(step);
            case StepFailed(var step, var _, var _) -> FactRules.problemOfStep(step);
            case StepCompensated(var step) -> FactRules.problemOfStep(step);
            case OperatorNeeded(var step, var _) -> FactRules.problemOfStep(step);
            case OperatorActed(var _, var step, var _, var _) -> FactRules.problemOfStep(step);
            case Confirmed _, Completed _, CancelRequested _, CancelRefused _, Cancelled _ -> null;
        };
    }

    /** The order stands and holds a slot. {@code total} is after discount. {@code sagaVersion} is the definition that its saga runs by. */
    record Accepted(
            String promotionId,
            long policyVersion,
            LimitUse use,
            String outletId,
            List<PricedLine> lines,
            int discountPercent,
            Money total,
            String paymentMethod,
            int sagaVersion)
            implements OrderFact {}

    /** The order was refused; it holds no slot and never will. {@code use} is null unless a limit refused it. */
    record Refused(
            String promotionId,
            long policyVersion,
            RefusalReason reason,
            @Nullable LimitUse use,
            String outletId,
            List<OrderLine> lines)
            implements OrderFact {}

    /** A participant did what a step asked for. {@code reference} is its own id of it; null when it gave none. */
    record StepSucceeded(String step, @Nullable String reference) implements OrderFact {}

    /** A step, or its compensation, was sent again; {@code attempt} is 2 for the first repetition. */
    record StepRetried(String step, int attempt) implements OrderFact {}

    /** A step was given up before the pivot, after so many attempts; {@code reason} is NO_REPLY when nobody answered. */
    record StepFailed(String step, String reason, int attempts) implements OrderFact {}

    /** The pivot: stock and money are sure, the order only goes forward from here. */
    record Confirmed() implements OrderFact {}

    /** The end: the money was taken and the delivery is on its way. */
    record Completed() implements OrderFact {}

    /** Somebody wants the order cancelled, and what was done for it is being undone. */
    record CancelRequested(String by, String reason) implements OrderFact {}

    /** Somebody wanted the order cancelled when it was too late. */
    record CancelRefused(String by) implements OrderFact {
        /** What stands before the name of an operator. */
        public static final String OPERATOR = "operator ";
    }

    /** What a step did was undone. */
    record StepCompensated(String step) implements OrderFact {}

    /** The end: everything was undone. The slot was given back unless the order had been confirmed. */
    record Cancelled(String cause, boolean slotReleased) implements OrderFact {
        /** The cause when the customer wanted it. */
        public static final String BY_CUSTOMER = "CANCELLED_BY_CUSTOMER";

        /** The cause when an operator undid it. */
        public static final String BY_OPERATOR = "CANCELLED_BY_OPERATOR";
    }

    /** Something that may not fail has failed too often. It is tried on, and somebody should look. */
    record OperatorNeeded(String step, int attempts) implements OrderFact {}

    /** An operator stepped in; {@code step} is empty for the whole order. */
    record OperatorActed(OperatorAction action, String step, String reason, String by) implements OrderFact {}
}
