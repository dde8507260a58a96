package dev.quintet.harness;

import static dev.quintet.domain.order.RefusalReason.IDEMPOTENCY_CONFLICT;
import static dev.quintet.domain.order.RefusalReason.INVALID_ORDER;
import static dev.quintet.domain.order.RefusalReason.LIMIT_REACHED;
import static dev.quintet.domain.order.RefusalReason.PROMOTION_NOT_ACTIVE;
import static dev.quintet.domain.order.RefusalReason.UNKNOWN_ITEM;
import static dev.quintet.domain.order.RefusalReason.UNKNOWN_PROMOTION;
import static dev.quintet.harness.OrderBuilder.ALICE;
import static dev.quintet.harness.OrderBuilder.BOB;
import static dev.quintet.harness.OrderBuilder.anOrder;
import static dev.quintet.harness.Promotions.burgerDay;
import static dev.quintet.harness.Promotions.fiveADay;
import static dev.quintet.harness.Promotions.items;
import static dev.quintet.harness.Promotions.orders;
import static dev.quintet.harness.Promotions.ordersADay;
import static dev.quintet.harness.Promotions.ordersInSale;
import static dev.quintet.harness.Promotions.sale;
import static dev.quintet.harness.Times.at;

import dev.quintet.domain.order.OrderLine;
import java.time.Duration;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The rules of the limit, as stories that must hold for every driver. */
public abstract class LimitStories extends StoryTest {
    @Test
    void sixthOrderWithinADayIsRefusedAndExplained() {
        story.given(fiveADay())
                .given(anOrder().called("a").at("10:00"), anOrder().called("b").at("10:30"))
                .given(anOrder().called("c").at("11:00"), anOrder().called("d").at("11:30"))
                .given(anOrder().called("e").at("12:00"))
                .when(anOrder().at("14:00"))
                .thenRefused(LIMIT_REACHED)
                .withUsed(5, 0)
                .withCountedOrders("a", "b", "c", "d", "e")
                .withNextSlotAt("+1d 10:00")
                .byPolicyVersion(1);
    }

    @Test
    void eachAcceptedOrderSaysHowManyAreLeft() {
        story.given(fiveADay()).given(five("10:00").limit(2).toArray(OrderBuilder[]::new));
        story.when(anOrder().at("11:00")).thenAccepted().withUsed(3, 2).withTotal(267, "EUR");
    }

    @Test
    void anotherCustomerHasALimitOfTheirOwn() {
        story.given(fiveADay()).given(fiveAt("10:00"));
        story.when(anOrder().by(BOB).at("10:01")).thenAccepted();
    }

    @Test
    void orderExactlyADayOldNoLongerCounts() {
        story.given(fiveADay()).given(fiveAt("10:00"));
        story.when(anOrder().at("+1d 10:00")).thenAccepted().withUsed(1, 4);
    }

    @Test
    void orderOneMillisecondShortOfADayOldStillCounts() {
        story.given(fiveADay()).given(fiveAt("10:00"));
        story.when(anOrder().at("+1d 09:59:59.999")).thenRefused(LIMIT_REACHED).withNextSlotAt("+1d 10:00");
    }

    @Test
    void orderOneMillisecondOverADayLaterPasses() {
        story.given(fiveADay()).given(fiveAt("10:00"));
        story.when(anOrder().at("+1d 10:00:00.001")).thenAccepted();
    }

    @Test
    void ordersInOneMillisecondAreSlotsOfTheirOwn() {
        story.given(fiveADay()).given(fiveAt("10:00"));
        story.when(anOrder().at("10:00")).thenRefused(LIMIT_REACHED).withUsed(5, 0);
    }

    @Test
    void orderThatComesHoursLateMakesNoSixth() {
        story.given(fiveADay()).given(fiveAt("20:00"));
        story.when(anOrder().at("08:00")).thenRefused(LIMIT_REACHED).withNextSlotAt("+1d 20:00");
    }

    @Test
    void orderThatComesLateCountsForThoseAfterIt() {
        story.given(fiveADay())
                .given(anOrder().at("20:00"), anOrder().at("20:01"), anOrder().at("20:02"));
        story.given(anOrder().at("08:00"), anOrder().at("08:01"));
        story.when(anOrder().at("20:03")).thenRefused(LIMIT_REACHED).withNextSlotAt("+1d 08:00");
    }

    @Test
    void orderBetweenTwoFullHalvesIsRefusedByTheWindowThatSpansBoth() {
        story.given(fiveADay()).given(anOrder().at("06:00"), anOrder().at("06:01"));
        story.given(
                anOrder().at("+1d 05:00"), anOrder().at("+1d 05:01"), anOrder().at("+1d 05:02"));
        story.when(anOrder().at("12:00")).thenRefused(LIMIT_REACHED).withUsed(5, 0);
    }

    @Test
    void sameOrderAgainGetsItsOldVerdictAndNoSecondSlot() {
        story.given(fiveADay());
        var first = story.when(anOrder().called("a").at("10:00")).thenAccepted();
        story.when(anOrder().called("a").at("10:05")).asBefore(first);
        story.when(anOrder().at("10:06")).thenAccepted().withUsed(2, 3);
    }

    @Test
    void refusedOrderIsRefusedAgainEvenWhenASlotIsFree() {
        story.given(fiveADay()).given(fiveAt("10:00"));
        var refused = story.when(anOrder().called("a").at("11:00")).thenRefused(LIMIT_REACHED);
        story.when(anOrder().called("a").at("+1d 12:00")).asBefore(refused);
    }

    @Test
    void everyRefusalIsRememberedHoweverManyThereAre() {
        story.given(fiveADay()).given(fiveAt("10:00"));
        var first = story.when(anOrder().called("r-0").at("11:00")).thenRefused(LIMIT_REACHED);
        var refusals = IntStream.range(1, 50)
                .mapToObj(i -> anOrder().called("r-" + i).at("11:00"))
                .toArray(OrderBuilder[]::new);
        story.given(refusals);
        story.when(anOrder().called("r-0").at("12:00")).asBefore(first);
        var last = story.when(anOrder().called("r-50").at("12:00")).thenRefused(LIMIT_REACHED);
        story.when(anOrder().called("r-50").at("13:00")).asBefore(last);
    }

    @Test
    void sameIdWithOtherContentIsAConflictAndTheFirstStands() {
        story.given(fiveADay());
        var first =
                story.when(anOrder().called("a").of(1, "classic").at("10:00")).thenAccepted();
        story.when(anOrder().called("a").of(2, "classic").at("10:01")).thenRefused(IDEMPOTENCY_CONFLICT);
        story.when(anOrder().called("a").under("other").at("10:02")).thenRefused(IDEMPOTENCY_CONFLICT);
        story.when(anOrder().called("a").of(1, "classic").at("10:03")).asBefore(first);
    }

    @Test
    void limitOnItemsCountsItems() {
        story.given(burgerDay(items(5, Duration.ofHours(24))))
                .given(anOrder().of(3, "classic").at("10:00"));
        story.when(anOrder().of(3, "classic").at("11:00"))
                .thenRefused(LIMIT_REACHED)
                .withUsed(3, 2)
                .withNextSlotAt("+1d 10:00");
        story.when(anOrder().of(2, "cheese").at("12:00")).thenAccepted().withUsed(5, 0);
    }

    @Test
    void orderOfMoreItemsThanTheLimitNeverPasses() {
        story.given(burgerDay(items(5, Duration.ofHours(24))));
        story.when(anOrder().of(6, "classic").at("10:00"))
                .thenRefused(LIMIT_REACHED)
                .withNextSlotAt(null);
    }

    @Test
    void allLimitsOfAPromotionMustPass() {
        story.given(burgerDay(orders(5, Duration.ofHours(24)), orders(1, Duration.ofHours(1))));
        story.given(anOrder().at("10:00"));
        story.when(anOrder().at("10:59:59.999")).thenRefused(LIMIT_REACHED).withNextSlotAt("11:00");
        story.when(anOrder().at("11:00")).thenAccepted().withUsed(1, 0);
    }

    @Test
    void nextSlotIsWhereEveryLimitHasRoom() {
        story.given(burgerDay(orders(2, Duration.ofHours(24)), orders(1, Duration.ofHours(1))));
        story.given(anOrder().at("10:00"), anOrder().at("12:00"));
        story.when(anOrder().at("12:30")).thenRefused(LIMIT_REACHED).withNextSlotAt("+1d 10:00");
    }

    @Test
    void saleLimitCountsFromStartToEnd() {
        story.given(sale(at("00:00"), at("+3d 00:00"), ordersInSale(2)));
        story.given(anOrder().at("00:00"), anOrder().at("+1d 12:00"));
        story.when(anOrder().at("+2d 23:59:59.999")).thenRefused(LIMIT_REACHED).withNextSlotAt(null);
    }

    @Test
    void promotionIsActiveFromItsStartToBeforeItsEnd() {
        story.given(sale(at("10:00"), at("12:00"), ordersInSale(2)));
        story.when(anOrder().at("09:59:59.999")).thenRefused(PROMOTION_NOT_ACTIVE);
        story.when(anOrder().at("10:00")).thenAccepted();
        story.when(anOrder().at("11:59:59.999")).thenAccepted();
        story.when(anOrder().at("12:00")).thenRefused(PROMOTION_NOT_ACTIVE);
    }

    @Test
    void nextSlotBehindTheEndOfThePromotionIsNone() {
        story.given(sale(at("10:00"), at("20:00"), orders(1, Duration.ofHours(24))))
                .given(anOrder().at("10:00"));
        story.when(anOrder().at("11:00")).thenRefused(LIMIT_REACHED).withNextSlotAt(null);
    }

    @Test
    void calendarDayEndsAtMidnightOfItsZone() {
        story.given(burgerDay(ordersADay(1, "Europe/Berlin"))).given(anOrder().at("10:00"));
        story.when(anOrder().at("22:59:59.999")).thenRefused(LIMIT_REACHED).withNextSlotAt("23:00");
        story.when(anOrder().at("23:00")).thenAccepted();
    }

    @Test
    @Order(LAST - 1)
    void calendarDayOfTwentyThreeHoursEndsWhenTheClocksSay() {
        // Berlin, 29 March 2026: 02:00 becomes 03:00, so the day lasts from 23:00 to 22:00 UTC.
        story.given(burgerDay(ordersADay(1, "Europe/Berlin"))).given(anOrder().at("2026-03-28T23:00:00Z"));
        story.when(anOrder().at("2026-03-29T21:59:59.999Z"))
                .thenRefused(LIMIT_REACHED)
                .withNextSlotAt("2026-03-29T22:00:00Z");
        story.when(anOrder().at("2026-03-29T22:00:00Z")).thenAccepted();
    }

    @Test
    @Order(LAST)
    void calendarDayOfTwentyFiveHoursEndsWhenTheClocksSay() {
        // Berlin, 25 October 2026: 03:00 becomes 02:00, so the day lasts from 22:00 to 23:00 UTC.
        story.given(burgerDay(ordersADay(1, "Europe/Berlin"))).given(anOrder().at("2026-10-24T22:00:00Z"));
        story.when(anOrder().at("2026-10-25T22:59:59.999Z"))
                .thenRefused(LIMIT_REACHED)
                .withNextSlotAt("2026-10-25T23:00:00Z");
    }

    @Test
    void limitLoweredBelowUseShowsNoneRemainingAndRevokesNothing() {
        story.given(fiveADay());
        var accepted = story.when(anOrder().called("a").at("10:00")).thenAccepted();
        story.given(anOrder().at("10:01"), anOrder().at("10:02"))
                .given(burgerDay(orders(2, Duration.ofHours(24))).withVersion(2));
        story.when(anOrder().at("10:03"))
                .thenRefused(LIMIT_REACHED)
                .withUsed(3, 0)
                .byPolicyVersion(2)
                .withNextSlotAt("+1d 10:01");
        story.when(anOrder().called("a").at("10:04")).asBefore(accepted);
    }

    @Test
    void raisedLimitLetsTheNextOrderPass() {
        story.given(fiveADay()).given(fiveAt("10:00"));
        story.given(burgerDay(orders(6, Duration.ofHours(24))).withVersion(2));
        story.when(anOrder().at("10:01")).thenAccepted().withUsed(6, 0).byPolicyVersion(2);
    }

    @Test
    void unknownPromotionAndUnknownItemAreRefused() {
        story.given(fiveADay());
        story.when(anOrder().under("nowhere").at("10:00")).thenRefused(UNKNOWN_PROMOTION);
        story.when(anOrder().of(1, "unicorn").at("10:00")).thenRefused(UNKNOWN_ITEM);
    }

    @Test
    void malformedOrderIsRefusedAndTakesNoSlot() {
        story.given(fiveADay());
        story.when(anOrder().of(0, "classic").at("10:00")).thenRefused(INVALID_ORDER);
        story.when(anOrder().of().at("10:00")).thenRefused(INVALID_ORDER);
        story.when(anOrder()
                        .of(new OrderLine("classic", 1), new OrderLine("maple", 1))
                        .at("10:00"))
                .thenRefused(INVALID_ORDER);
        story.when(anOrder().at("10:01")).thenAccepted().withUsed(1, 4);
    }

    @Test
    void totalIsTheMenuPriceLessTheDiscount() {
        story.given(fiveADay());
        story.when(anOrder()
                        .of(new OrderLine("classic", 2), new OrderLine("cheese", 1))
                        .at("10:00"))
                .thenAccepted()
                .withTotal(831, "EUR");
    }

    private static OrderBuilder[] fiveAt(String time) {
        return five(time).toArray(OrderBuilder[]::new);
    }

    private static Stream<OrderBuilder> five(String time) {
        return IntStream.range(0, 5).mapToObj(_ -> anOrder().by(ALICE).at(time));
    }
}
