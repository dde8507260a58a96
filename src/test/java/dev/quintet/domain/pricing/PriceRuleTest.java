package dev.quintet.domain.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.domain.order.MenuItem;
import dev.quintet.domain.order.PriceBounds;
import dev.quintet.harness.Seeds;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Where prices go. */
final class PriceRuleTest {
    private static final PriceBounds BOUNDS = new PriceBounds(500, 1_500);
    private static final Demand USUAL = new Demand(100, 100);
    private static final Demand RUSH = new Demand(1_000, 100);
    private static final Demand QUIET = new Demand(0, 100);

    @Test
    void atUsualDemandThePriceInTheMiddleStays() {
        assertThat(PriceRule.decide(1_000, BOUNDS, USUAL, null)).isEqualTo(1_000);
    }

    @Test
    void aRushRaisesThePriceByFivePercentAtTheMost() {
        assertThat(PriceRule.decide(1_000, BOUNDS, RUSH, null)).isEqualTo(1_050);
    }

    @Test
    void aQuietHourLowersIt() {
        assertThat(PriceRule.decide(1_000, BOUNDS, QUIET, null)).isEqualTo(950);
    }

    @Test
    void stockThatRunsOutRaisesItEvenAtUsualDemand() {
        assertThat(PriceRule.decide(1_000, BOUNDS, USUAL, 100L)).isEqualTo(1_050);
        assertThat(PriceRule.decide(1_000, BOUNDS, USUAL, 1_000_000L)).isEqualTo(1_000);
    }

    @Test
    void soldOutAndWantedByNobodyIsNoScarcity() {
        assertThat(PriceRule.decide(1_000, BOUNDS, new Demand(0, 0), 0L)).isEqualTo(1_000);
    }

    @Test
    void twoOrdersAfterOneAreHardlyARush() {
        assertThat(PriceRule.decide(1_000, BOUNDS, new Demand(2, 1), null)).isEqualTo(1_010);
    }

    @Test
    void aPriceOfAFewMinorUnitsMovesByOne() {
        assertThat(PriceRule.decide(3, new PriceBounds(0, 10), RUSH, null)).isEqualTo(4);
        assertThat(PriceRule.decide(0, new PriceBounds(0, 10), RUSH, null)).isEqualTo(1);
    }

    @Test
    void whateverHappensThePriceStaysWithinItsBoundsAndMovesLittle() {
        var random = Seeds.random("PriceRuleTest");
        for (int i = 0; i < 200_000; i++) {
            var bounds = bounds(random);
            long price = random.nextLong(bounds.minMinor(), bounds.maxMinor() + 1);
            var demand = new Demand(amount(random), amount(random));
            var stock = random.nextInt(3) == 0 ? null : Long.valueOf(amount(random));

            long next = PriceRule.decide(price, bounds, demand, stock);

            var what = price + " in " + bounds + " with " + demand + ", stock " + stock;
            assertThat(bounds.contains(next)).as("%s gave %d", what, next).isTrue();
            assertThat(Math.abs(next - price))
                    .as("%s gave %d", what, next)
                    .isLessThanOrEqualTo(Math.max(1, price * PriceRule.STEP_MAX_PERCENT / 100));
        }
    }

    @Test
    void aPriceOutsideOfItsBoundsComesBackAtOnce() {
        assertThat(PriceRule.decide(9_999, BOUNDS, USUAL, null)).isBetween(500L, 1_500L);
        assertThat(PriceRule.decide(1, BOUNDS, USUAL, null)).isBetween(500L, 1_500L);
    }

    @Test
    void whileDemandStaysThePriceGoesOneWayAndComesToRest() {
        var random = Seeds.random("PriceRuleTest");
        for (int i = 0; i < 2_000; i++) {
            var bounds = bounds(random);
            var demand = new Demand(amount(random), amount(random));
            rests(random.nextLong(bounds.minMinor(), bounds.maxMinor() + 1), bounds, demand, amount(random));
        }
    }

    private static void rests(long price, PriceBounds bounds, Demand demand, @Nullable Long stock) {
        int direction = 0;
        for (int step = 0; step < 2_000; step++) {
            long next = PriceRule.decide(price, bounds, demand, stock);
            if (next == price) {
                return;
            }
            int turned = Long.compare(next, price);
            assertThat(turned * direction)
                    .as("turned at %d in %s with %s", price, bounds, demand)
                    .isNotNegative();
            direction = turned;
            price = next;
        }
        throw new AssertionError("no rest at " + price + " in " + bounds + " with " + demand);
    }

    private static PriceBounds bounds(SplittableRandom random) {
        long limit = random.nextBoolean() ? 2_000 : MenuItem.PRICE_MAX_MINOR;
        long one = random.nextLong(limit + 1);
        long other = random.nextLong(limit + 1);
        return new PriceBounds(Math.min(one, other), Math.max(one, other));
    }

    private static long amount(SplittableRandom random) {
        return random.nextLong(1L << random.nextInt(1, 40));
    }
}
