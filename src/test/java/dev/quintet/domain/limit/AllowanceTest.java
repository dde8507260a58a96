package dev.quintet.domain.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.domain.limit.Allowance.HeldSlot;
import dev.quintet.domain.order.LimitUnit;
import dev.quintet.harness.Promotions;
import dev.quintet.harness.Times;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a customer is told that they may still have. */
final class AllowanceTest {
    private static final Instant NOON = Times.at("12:00");
    private static final Duration DAY = Duration.ofHours(24);

    @Test
    void whoHoldsNothingMayHaveAllOfItNow() {
        assertThat(Allowance.of(Promotions.fiveADay(), List.of(), NOON))
                .isEqualTo(new Allowance(LimitUnit.ORDERS, 5, 0, 5, NOON));
    }

    @Test
    void whoHasFiveMayHaveTheNextADayAfterTheFirst() {
        var held = IntStream.range(0, 5)
                .mapToObj(hour -> slot(Promotions.BURGER_DAY, NOON.minus(Duration.ofHours(hour)), 1))
                .toList();

        assertThat(Allowance.of(Promotions.fiveADay(), held, NOON))
                .isEqualTo(new Allowance(
                        LimitUnit.ORDERS,
                        5,
                        5,
                        0,
                        NOON.minus(Duration.ofHours(4)).plus(DAY)));
    }

    @Test
    void ordersOfAnotherPromotionAndOfTheDayBeforeDoNotCount() {
        var held = List.of(slot("other", NOON, 1), slot(Promotions.BURGER_DAY, NOON.minus(DAY), 1));

        assertThat(Allowance.of(Promotions.fiveADay(), held, NOON).used()).isZero();
    }

    @Test
    void tightestOfSeveralLimitsIsToldAndAllMustPass() {
        var rolling = new LimitWindow.Rolling(DAY);
        var promotion = new Promotion(
                Promotions.BURGER_DAY,
                1,
                "Both",
                0,
                null,
                null,
                List.of(
                        new Limit(5, LimitUnit.ORDERS, rolling),
                        new Limit(3, LimitUnit.ITEMS, new LimitWindow.Rolling(Duration.ofHours(1)))));
        var held = List.of(slot(Promotions.BURGER_DAY, NOON.minus(Duration.ofMinutes(10)), 3));

        assertThat(Allowance.of(promotion, held, NOON))
                .isEqualTo(new Allowance(LimitUnit.ITEMS, 3, 3, 0, NOON.plus(Duration.ofMinutes(50))));
    }

    private static HeldSlot slot(String promotion, Instant placedAt, int items) {
        return new HeldSlot("o-" + placedAt, promotion, placedAt, items);
    }
}
