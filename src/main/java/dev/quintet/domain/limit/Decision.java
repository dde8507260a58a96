package dev.quintet.domain.limit;

import dev.quintet.domain.order.OrderFact;
import dev.quintet.domain.order.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * What was decided about a placed order.
 *
 * @param news what happened and is to be remembered; null when nothing did, because the verdict repeats an earlier one
 *     or refuses a record that must not touch what is stored
 */
public record Decision(Verdict verdict, @Nullable News news) {

    /** A fact for the order's log, and the entry by which the customer's slots remember it. */
    public record News(OrderFact fact, SlotEntry entry) {}

    static Decision withoutTrace(Verdict verdict) {
        return new Decision(verdict, null);
    }
}
