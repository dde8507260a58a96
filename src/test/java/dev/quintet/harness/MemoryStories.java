package dev.quintet.harness;

import static dev.quintet.domain.order.RefusalReason.IDEMPOTENCY_CONFLICT;
import static dev.quintet.domain.order.RefusalReason.LIMIT_REACHED;
import static dev.quintet.harness.OrderBuilder.anOrder;
import static dev.quintet.harness.Promotions.burgerDay;
import static dev.quintet.harness.Promotions.fiveADay;
import static dev.quintet.harness.Promotions.orders;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How long an order is known, as stories that must hold for every driver. */
public abstract class MemoryStories extends StoryTest {
    @Test
    void sameOrderIsRememberedForTenDays() {
        story.given(fiveADay());
        var first = story.when(anOrder().called("a").at("00:00")).thenAccepted();
        story.given(anOrder().at("+10d 00:00"));
        story.when(anOrder().called("a").at("+10d 00:00")).asBefore(first);
        story.when(anOrder().called("a").of(2, "classic").at("+10d 00:00")).thenRefused(IDEMPOTENCY_CONFLICT);
    }

    @Test
    void refusedOrderIsRefusedAgainDaysLaterThoughItsCustomerHasRoom() {
        story.given(fiveADay()).given(five());
        var refused = story.when(anOrder().called("a").at("11:00")).thenRefused(LIMIT_REACHED);
        story.when(anOrder().called("a").at("+3d 11:00")).asBefore(refused);
        story.when(anOrder().called("a").at("+10d 10:59")).asBefore(refused);
    }

    @Test
    void orderThatWasSeenAtALaterTimeIsKnownToOneThatComesLate() {
        story.given(burgerDay(orders(5, Duration.ofHours(1))));
        var first = story.when(anOrder().called("a").at("+1d 01:00")).thenAccepted();
        story.when(anOrder().called("a").at("21:30")).asBefore(first);
        story.when(anOrder().called("a").of(2, "classic").at("21:30")).thenRefused(IDEMPOTENCY_CONFLICT);
    }

    private static OrderBuilder[] five() {
        return IntStream.range(0, 5).mapToObj(_ -> anOrder().at("10:00")).toArray(OrderBuilder[]::new);
    }
}
