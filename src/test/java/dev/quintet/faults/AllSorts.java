package dev.quintet.faults;

import java.util.SplittableRandom;

/**
 * Orders of all sorts: some are paid by a card that is declined, slow or answered at the third attempt, and the second
 * outlet soon has nothing left.
 *
 * @param silentPercent how many of a hundred are paid by a card that is never answered
 */
record AllSorts(int silentPercent) implements Load.Pattern.Choice {
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
        if (percent < 17) {
            return "tok_flaky";
        }
        return percent < 17 + silentPercent ? "tok_timeout" : "tok_ok";
    }
}
