package dev.quintet.local.bench;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What came of the orders of one step.
 *
 * @param sentAgain how many commands were sent again, because nobody had answered in time
 * @param secondsToLastEnd from when all orders but those whose payment is never answered had ended
 * @param cost null when it was not counted
 * @param violation what is wrong, naming the order; null when nothing is
 */
record SagaFigures(
        String step,
        int orders,
        int completed,
        int refused,
        int cancelled,
        int sentAgain,
        double secondsToLastEnd,
        @Nullable OrderCost cost,
        @Nullable String violation) {

    String inWords() {
        return violation == null
                ? String.format(
                        Locale.ROOT,
                        "%,d orders: %,d completed, %,d refused, %,d cancelled, as they must; %,d commands sent again; money and stock balance%s",
                        orders,
                        completed,
                        refused,
                        cancelled,
                        sentAgain,
                        secondsToLastEnd < 1
                                ? ""
                                : String.format(Locale.ROOT, "; the last end %.0f s later", secondsToLastEnd))
                : "WRONG: " + violation;
    }
}
