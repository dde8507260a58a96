package dev.quintet.topology;

import static dev.quintet.harness.OrderBuilder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.domain.limit.Promotion;
import dev.quintet.domain.limit.SlotWindow;
import dev.quintet.domain.order.LimitUse;
import dev.quintet.domain.order.MenuItem;
import dev.quintet.domain.order.Money;
import dev.quintet.domain.order.RefusalReason;
import dev.quintet.domain.order.Verdict;
import dev.quintet.harness.Promotions;
import dev.quintet.harness.Times;
import dev.quintet.harness.TopologyDriver;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A customer with a thousand slots is refused as often as they like: what is kept of it stays small. */
final class NamedOrdersTest {
    private static final int MAX = 1_000;

    private final TopologyDriver driver = new TopologyDriver(Times.at("23:00"));

    NamedOrdersTest() throws IOException {}

    @BeforeEach
    void publish() {
        driver.publish(new MenuItem("classic", "Classic", new Money(890, "EUR")));
    }

    @AfterEach
    void close() {
        driver.close();
    }

    @Test
    void refusalNamesAHundredOfTheOrdersAndCountsAll() {
        // given
        driver.publish(Promotions.burgerDay(Promotions.orders(MAX, Duration.ofHours(24))));
        place(MAX, Promotions.BURGER_DAY);

        // when: each refusal is remembered in the window's row
        var refusal = place("refused", Promotions.BURGER_DAY);
        for (int i = 0; i < 40; i++) {
            refusal = place("refused-" + i + "-" + "x".repeat(50), Promotions.BURGER_DAY);
        }

        // then
        assertThat(refusal.reason()).isEqualTo(RefusalReason.LIMIT_REACHED);
        assertThat(refusal.use()).satisfies(use -> {
            assertThat(use.counted()).isEqualTo(MAX);
            assertThat(use.countedOrders()).hasSize(LimitUse.NAMED_MAX).doesNotHaveDuplicates();
            assertThat(use.max()).isEqualTo(MAX);
        });
        assertThat(driver.deadLetters()).isEmpty();
        assertThat(place("refused-0-" + "x".repeat(50), Promotions.BURGER_DAY))
                .returns(true, Verdict::duplicate)
                .extracting(Verdict::use)
                .satisfies(use -> assertThat(use.counted()).isEqualTo(MAX));
    }

    @Test
    void dayOfACustomerHoldsNoMoreThanARowMayUnderAnyNumberOfPromotions() {
        // given
        var promotions = List.of("p-1", "p-2", "p-3");
        promotions.forEach(id -> driver.publish(
                new Promotion(id, 1, id, 0, null, null, List.of(Promotions.orders(MAX, Duration.ofHours(1))))));
        place(MAX, "p-1");
        place(MAX, "p-2");

        // when
        var verdict = place("one-more", "p-3");

        // then
        assertThat(verdict.reason()).isEqualTo(RefusalReason.LIMIT_REACHED);
        assertThat(verdict.use()).satisfies(use -> {
            assertThat(use.max()).isEqualTo(SlotWindow.LIVE_MAX);
            assertThat(use.counted()).isEqualTo(SlotWindow.LIVE_MAX);
            assertThat(use.nextSlotAt()).isEqualTo(Times.at("+1d 00:00"));
        });
    }

    private void place(int count, String promotionId) {
        for (int i = 0; i < count; i++) {
            // As long as ids may be.
            var id = (promotionId + "-" + i + "-" + "x".repeat(64)).substring(0, 64);
            assertThat(place(id, promotionId).isAccepted()).as(id).isTrue();
        }
    }

    private Verdict place(String orderId, String promotionId) {
        return driver.place(anOrder().called(orderId).under(promotionId).build(), Times.at("12:00"));
    }
}
