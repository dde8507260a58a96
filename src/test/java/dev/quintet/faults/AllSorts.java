package dev.quintet.faults;

import java.util.SplittableRandom;

/**
 * Orders of all sorts: some are paid by a card that is declined or slow, and the second outlet soon has nothing left.
 *
 * @param patient whether some are paid by a card that is answered at the third attempt, after 15 s, or never, so that the
 *     order is given up after 40 s
 */
record AllSorts(boolean patient) implements Load.Pattern.Choice {
    @Override
    public Posted order(SplittableRandom dice, String orderId, String customerId) {
        var item = dice.nextBoolean() ? "classic" : "cheese";
        return new Posted(
                orderId,
                customerId,
                dice.nextInt(20) == 0 ? "unicorn" : item,
                dice.nextInt(8) == 0 ? "akaso-2" : "akaso-1",
                method(dice.nextInt(100)));
    }

    private String method(int percent) {
        if (percent < 10) {
            return "tok_declined";
        }
        if (percent < 15) {
            return "tok_slow";
        }
        if (patient && percent < 19) {
            return percent < 17 ? "tok_flaky" : "tok_timeout";
        }
        return "tok_ok";
    }
}
