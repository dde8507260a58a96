package dev.quintet.domain.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.quintet.domain.order.OrderLine;
import dev.quintet.domain.participant.CommandHead;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What an outlet does with each command. */
final class StockRoomTest {
    private static final long SLOT = Duration.ofMinutes(5).toMillis();

    private final Map<String, Reservation> reservations = new HashMap<>();
    private StockLevel level = StockLevel.empty("akaso-2");
    private long now = 1_000 * SLOT;

    @Test
    void whatIsReservedIsNoLongerOnHand() {
        replenish("p", line("classic", 20));
        assertThat(reserve("o-1", line("classic", 2))).isEqualTo("OK");
        assertThat(item("classic")).isEqualTo(new ItemLevel(18, 2, 20));
    }

    @Test
    void allLinesAreReservedOrNone() {
        replenish("p", line("classic", 20), line("cheese", 1));
        assertThat(reserve("o-1", line("classic", 2), line("cheese", 2))).isEqualTo("OUT_OF_STOCK");
        assertThat(item("classic")).isEqualTo(new ItemLevel(20, 0, 20));
        assertThat(level.kitchen().used()).isZero();
    }

    @Test
    void linesOfTheSameItemAreReservedTogether() {
        replenish("p", line("classic", 3));
        assertThat(reserve("o-1", line("classic", 2), line("classic", 2))).isEqualTo("OUT_OF_STOCK");
        assertThat(reserve("o-2", line("classic", 2), line("classic", 1))).isEqualTo("OK");
        assertThat(item("classic")).isEqualTo(new ItemLevel(0, 3, 3));
    }

    @Test
    void anUnknownOutletOrItemIsOutOfStock() {
        assertThat(reserve("o-1", line("classic", 1))).isEqualTo("OUT_OF_STOCK");
        replenish("p", line("classic", 1));
        assertThat(reserve("o-2", line("unknown", 1))).isEqualTo("OUT_OF_STOCK");
    }

    @Test
    void aReleaseGivesBackOnce() {
        replenish("p", line("classic", 20));
        reserve("o-1", line("classic", 2));
        assertThat(release("o-1")).isEqualTo("OK");
        assertThat(release("o-1")).isEqualTo("OK");
        assertThat(item("classic")).isEqualTo(new ItemLevel(20, 0, 20));
        assertThat(level.kitchen().used()).isZero();
    }

    @Test
    void whatWouldReserveAfterAReleaseIsRefused() {
        replenish("p", line("classic", 20));
        assertThat(release("o-1")).isEqualTo("OK");
        assertThat(reserve("o-1", line("classic", 2))).isEqualTo("RELEASED");
        assertThat(item("classic").reserved()).isZero();
    }

    @Test
    void aCommandSentAgainIsAnsweredTheSameWithoutASecondEffect() {
        replenish("p", line("classic", 3));
        replenish("p", line("classic", 3));
        assertThat(reserve("o-1", line("classic", 2))).isEqualTo("OK");
        assertThat(reserve("o-1", line("classic", 2))).isEqualTo("OK");
        assertThat(reserve("o-2", line("classic", 2))).isEqualTo("OUT_OF_STOCK");
        replenish("q", line("classic", 10));
        assertThat(reserve("o-2", line("classic", 2))).isEqualTo("OUT_OF_STOCK");
        assertThat(item("classic")).isEqualTo(new ItemLevel(11, 2, 13));
    }

    @Test
    void anOrderIsReservedForOnce() {
        replenish("p", line("classic", 20));
        reserve("o-1", line("classic", 2));
        assertThat(send("again", "o-1", new StockRequest.Reserve(List.of(line("classic", 2)))))
                .isEqualTo("OK");
        assertThat(send("other", "o-1", new StockRequest.Reserve(List.of(line("classic", 3)))))
                .isEqualTo("ALREADY_RESERVED");
        assertThat(item("classic")).isEqualTo(new ItemLevel(18, 2, 20));
    }

    @Test
    void theKitchenTakesSoManyOrdersInOneSlot() {
        replenish("p", line("classic", 20));
        setCapacity("k", 2, SLOT);
        assertThat(reserve("o-1", line("classic", 1))).isEqualTo("OK");
        assertThat(reserve("o-2", line("classic", 1))).isEqualTo("OK");
        assertThat(reserve("o-3", line("classic", 1))).isEqualTo("NO_CAPACITY");
        assertThat(item("classic")).isEqualTo(new ItemLevel(18, 2, 20));
        now += SLOT;
        assertThat(reserve("o-4", line("classic", 1))).isEqualTo("OK");
    }

    @Test
    void aReleaseGivesThePlaceBackWhileItsSlotLasts() {
        replenish("p", line("classic", 20));
        setCapacity("k", 1, SLOT);
        reserve("o-1", line("classic", 1));
        release("o-1");
        assertThat(reserve("o-2", line("classic", 1))).isEqualTo("OK");
        now += SLOT;
        reserve("o-3", line("classic", 1));
        release("o-2");
        assertThat(reserve("o-4", line("classic", 1))).isEqualTo("NO_CAPACITY");
    }

    @Test
    void anOrderThatComesLateHasItsPlaceInThePresentSlot() {
        replenish("p", line("classic", 20));
        setCapacity("k", 1, SLOT);
        reserve("o-1", line("classic", 1));
        now -= SLOT;
        assertThat(reserve("o-2", line("classic", 1))).isEqualTo("NO_CAPACITY");
    }

    @Test
    void aCapacityBelowWhatIsTakenRevokesNothing() {
        replenish("p", line("classic", 20));
        reserve("o-1", line("classic", 1));
        reserve("o-2", line("classic", 1));
        setCapacity("k", 1, SLOT);
        release("o-1");
        assertThat(reserve("o-3", line("classic", 1))).isEqualTo("NO_CAPACITY");
        release("o-2");
        assertThat(reserve("o-4", line("classic", 1))).isEqualTo("OK");
    }

    @Test
    void anotherLengthOfSlotsForgetsNoPlaceThatIsTaken() {
        replenish("p", line("classic", 20));
        setCapacity("k", 1, SLOT);
        reserve("o-1", line("classic", 1));
        setCapacity("l", 1, 2 * SLOT);
        assertThat(reserve("o-2", line("classic", 1))).isEqualTo("NO_CAPACITY");
        setCapacity("m", 1, SLOT);
        release("o-1");
        assertThat(reserve("o-3", line("classic", 1))).isEqualTo("NO_CAPACITY");
        now += 2 * SLOT;
        assertThat(reserve("o-4", line("classic", 1))).isEqualTo("OK");
    }

    @Test
    void aCapacityOfNullIsAnyNumber() {
        replenish("p", line("classic", 200));
        setCapacity("k", 1, SLOT);
        setCapacity("l", null, SLOT);
        for (int i = 0; i < 100; i++) {
            assertThat(reserve("o-" + i, line("classic", 1))).isEqualTo("OK");
        }
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        assertThat(replenish("p", line("classic", 0))).isEqualTo("INVALID_LINES");
        assertThat(replenish("q", line("a/b", 1))).isEqualTo("INVALID_LINES");
        assertThat(reserve("o-1")).isEqualTo("INVALID_LINES");
        assertThat(reserve("o-2", line("classic", -1))).isEqualTo("INVALID_LINES");
        assertThat(setCapacity("k", -1, SLOT)).isEqualTo("INVALID_CAPACITY");
        assertThat(setCapacity("l", 1, 0)).isEqualTo("INVALID_CAPACITY");
        assertThat(level).isEqualTo(StockLevel.empty("akaso-2"));
    }

    @Test
    void stockThatDoesNotAddUpCannotBe() {
        assertThatIllegalStateException().isThrownBy(() -> new ItemLevel(-1, 2, 1));
        assertThatIllegalStateException().isThrownBy(() -> new ItemLevel(2, -1, 1));
        assertThatIllegalStateException().isThrownBy(() -> new ItemLevel(1, 1, 3));
    }

    private String replenish(String commandId, OrderLine... lines) {
        return send(commandId, "", new StockRequest.Replenish(List.of(lines)));
    }

    private String setCapacity(String commandId, @Nullable Integer orders, long slotMillis) {
        return send(commandId, "", new StockRequest.SetCapacity(orders, slotMillis));
    }

    private String reserve(String orderId, OrderLine... lines) {
        return send(orderId + "/reserve", orderId, new StockRequest.Reserve(List.of(lines)));
    }

    private String release(String orderId) {
        return send(orderId + "/release", orderId, new StockRequest.Release());
    }

    private String send(String commandId, String orderId, StockRequest request) {
        var command = new StockCommand(new CommandHead(commandId, orderId, "alice"), "akaso-2", request);
        var key = orderId.isEmpty() ? commandId : orderId;
        var decision = StockRoom.decide(level, reservations.getOrDefault(key, Reservation.NONE), command, now);
        level = decision.level();
        reservations.put(key, decision.reservation());
        var reason = decision.reply().reason();
        return reason == null ? "OK" : reason;
    }

    private ItemLevel item(String itemId) {
        return level.items().getOrDefault(itemId, ItemLevel.NONE);
    }

    private static OrderLine line(String itemId, int quantity) {
        return new OrderLine(itemId, quantity);
    }
}
