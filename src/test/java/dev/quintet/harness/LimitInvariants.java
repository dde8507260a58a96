package dev.quintet.harness;

import static dev.quintet.harness.OrderBuilder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.domain.limit.Limit;
import dev.quintet.domain.limit.LimitWindow;
import dev.quintet.domain.order.LimitUnit;
import dev.quintet.domain.order.MenuItem;
import dev.quintet.domain.order.Money;
import dev.quintet.domain.order.RefusalReason;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;

/** Invariants L1 to L3, by brute force, on random orders that come in any order of time. */
public abstract class LimitInvariants {
    private static final long START = Instant.parse("2026-03-02T00:00:00Z").toEpochMilli();
    private static final long SPAN = Duration.ofDays(3).toMillis();

    private final SplittableRandom random = Seeds.random(getClass().getName());
    private OrderDriver driver;
    private final List<Slot> held = new ArrayList<>();
    private final long length = Duration.ofHours(1 + random.nextInt(60)).toMillis();
    private final LimitUnit unit = random.nextBoolean() ? LimitUnit.ORDERS : LimitUnit.ITEMS;
    private final int max = 1 + random.nextInt(8);

    /** A fresh driver without orders. */
    protected abstract OrderDriver driver() throws Exception;

    /** Gives the slot of an order back, where the driver can. False when it can't. */
    protected boolean release(OrderDriver driver, String orderId, Instant placedAt) {
        return false;
    }

    @BeforeEach
    void begin() throws Exception {
        driver = driver();
    }

    @AfterEach
    void end() {
        driver.close();
    }

    private record Slot(String orderId, long at, int units) {}

    @RepeatedTest(30)
    void noIntervalEverHoldsMoreThanTheLimitAndNoOrderIsRefusedWithoutNeed() {
        driver.publish(new MenuItem("classic", "Classic burger", new Money(890, "EUR")));
        driver.publish(Promotions.burgerDay(new Limit(max, unit, new LimitWindow.Rolling(Duration.ofMillis(length)))));
        for (int i = 0; i < 60; i++) {
            if (!held.isEmpty() && random.nextInt(10) == 0) {
                var slot = held.get(random.nextInt(held.size()));
                if (release(driver, slot.orderId(), Instant.ofEpochMilli(slot.at()))) {
                    held.remove(slot);
                }
            } else {
                place("o-" + i);
            }
        }
    }

    private void place(String orderId) {
        int quantity = 1 + random.nextInt(3);
        // Few distinct minutes, so that orders share instants and lie exactly a window apart.
        long at = START + random.nextLong(SPAN / 1_800_000) * 1_800_000 + random.nextInt(2);
        var order = anOrder().called(orderId).of(quantity, "classic").at(Instant.ofEpochMilli(at));
        int units = unit == LimitUnit.ORDERS ? 1 : quantity;

        var verdict = driver.place(order.build(), order.placedAt());

        assertThat(verdict.isAccepted()).as("%s", verdict).isEqualTo(fits(at, units));
        if (verdict.isAccepted()) {
            held.add(new Slot(orderId, at, units));
            assertThat(verdict.use()).satisfies(use -> assertThat(use.used()).isLessThanOrEqualTo(max));
        } else {
            assertThat(verdict.reason()).isEqualTo(RefusalReason.LIMIT_REACHED);
            assertThat(verdict.use()).satisfies(use -> {
                assertWitnesses(use.countedOrders(), units);
                assertEarliest(use.nextSlotAt(), at, units);
            });
        }
        assertRepeats(order, verdict.isAccepted());
    }

    /** L1, by definition: every interval that ends with a slot, and those are the fullest there are. */
    private boolean fits(long at, int units) {
        var all = new ArrayList<>(held);
        all.add(new Slot("new", at, units));
        return all.stream()
                .allMatch(end -> all.stream()
                                .filter(slot -> slot.at() > end.at() - length && slot.at() <= end.at())
                                .mapToInt(Slot::units)
                                .sum()
                        <= max);
    }

    /** L2: the orders that are named lie in one window and leave no room. */
    private void assertWitnesses(List<String> orderIds, int units) {
        var witnesses =
                held.stream().filter(slot -> orderIds.contains(slot.orderId())).toList();
        assertThat(witnesses).hasSameSizeAs(orderIds);
        assertThat(witnesses.stream().mapToInt(Slot::units).sum() + units).isGreaterThan(max);
        var times = witnesses.stream().mapToLong(Slot::at).summaryStatistics();
        if (!witnesses.isEmpty()) {
            assertThat(times.getMax() - times.getMin()).isLessThan(length);
        }
    }

    private void assertEarliest(@Nullable Instant nextSlotAt, long at, int units) {
        if (nextSlotAt == null) {
            assertThat(units).isGreaterThan(max);
            return;
        }
        long next = nextSlotAt.toEpochMilli();
        assertThat(fits(next, units)).isTrue();
        assertThat(fits(next - 1, units)).isFalse();
        for (int i = 0; i < 20; i++) {
            assertThat(fits(at + random.nextLong(next - at), units)).isFalse();
        }
    }

    /** L3: the same order again gets the same verdict, and what follows shows that it took no slot. */
    private void assertRepeats(OrderBuilder order, boolean accepted) {
        var again = driver.place(order.build(), order.placedAt().plusSeconds(random.nextInt(3_600)));
        assertThat(again.isAccepted()).isEqualTo(accepted);
        assertThat(again.duplicate()).isTrue();
    }
}
