package dev.quintet.domain.limit;

import static dev.quintet.domain.order.RefusalReason.LIMIT_REACHED;
import static dev.quintet.harness.OrderBuilder.ALICE;
import static dev.quintet.harness.OrderBuilder.anOrder;
import static dev.quintet.harness.Promotions.burgerDay;
import static dev.quintet.harness.Promotions.orders;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.quintet.harness.DomainDriver;
import dev.quintet.harness.OrderBuilder;
import dev.quintet.harness.Story;
import dev.quintet.harness.Times;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** The life of a slot: reserved with the verdict, then confirmed or released, each once. */
final class SlotWindowTest {
    private final DomainDriver driver = new DomainDriver(Times.at("2026-12-01T00:00:00Z"));
    private final Story story = new Story(driver).given(burgerDay(orders(1, Duration.ofHours(24))));

    private static OrderBuilder order(String id) {
        return anOrder().called(id).at("10:00");
    }

    private void change(Function<SlotWindow, SlotWindow.Change> change) {
        driver.change(ALICE, Times.at("10:00"), change);
    }

    private SlotStatus status() {
        return driver.windowsOf(ALICE).getFirst().entries().getFirst().status();
    }

    @Test
    void acceptedOrderHoldsAReservedSlot() {
        story.given(order("a"));
        assertThat(status()).isEqualTo(SlotStatus.RESERVED);
    }

    @Test
    void releasedSlotMakesRoomForAnotherOrder() {
        story.given(order("a"));
        change(window -> window.release("a"));
        assertThat(status()).isEqualTo(SlotStatus.RELEASED);
        story.when(order("b")).thenAccepted();
    }

    @Test
    void slotIsReleasedOnce() {
        story.given(order("a"));
        change(window -> window.release("a"));
        story.given(order("b"));
        change(window -> window.release("a"));
        story.when(order("c")).thenRefused(LIMIT_REACHED);
    }

    @Test
    void releasedOrderSentAgainGetsItsOldVerdictAndNoSlot() {
        story.given(order("a"));
        change(window -> window.release("a"));
        story.when(order("a")).thenAccepted();
        assertThat(status()).isEqualTo(SlotStatus.RELEASED);
        story.when(order("b")).thenAccepted();
    }

    @Test
    void confirmedSlotIsNotReleased() {
        story.given(order("a"));
        change(window -> window.confirm("a"));
        change(window -> window.release("a"));
        assertThat(status()).isEqualTo(SlotStatus.CONFIRMED);
    }

    @Test
    void releasedSlotIsNotConfirmed() {
        story.given(order("a"));
        change(window -> window.release("a"));
        change(window -> window.confirm("a"));
        assertThat(status()).isEqualTo(SlotStatus.RELEASED);
    }

    @Test
    void orderOfAnotherDayIsRefusedByTheWindow() {
        story.given(order("a"));
        var entries = driver.windowsOf(ALICE).getFirst().entries();
        assertThatIllegalStateException().isThrownBy(() -> new SlotWindow(0, entries, false));
    }

    @Test
    void windowGrowsNoFurtherWithRefusals() {
        story.given(order("a"));
        for (int i = 0; i < 100; i++) {
            story.given(order("r-" + i));
        }
        var window = driver.windowsOf(ALICE).getFirst();
        assertThat(window.entries()).hasSize(1 + SlotWindow.INLINE_DEAD_MAX);
        assertThat(window.spilled()).isTrue();
        assertThat(window.entries())
                .extracting(SlotEntry::orderId)
                .startsWith("a", "r-0")
                .doesNotContain("r-99");
        assertThat(List.of("r-0", "r-99"))
                .allSatisfy(id -> story.when(order(id)).thenRefused(LIMIT_REACHED));
    }

    @Test
    void windowGrowsNoFurtherWithReleases() {
        for (int i = 0; i < 100; i++) {
            var id = "c-" + i;
            story.when(order(id)).thenAccepted();
            change(window -> window.release(id));
        }
        assertThat(driver.windowsOf(ALICE).getFirst().entries()).hasSize(SlotWindow.INLINE_DEAD_MAX);
        story.when(order("c-99")).thenAccepted();
        story.when(order("d")).thenAccepted().withUsed(1, 0);
    }
}
