package dev.quintet.local.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class LimitProofTest {
    private static final int CUSTOMERS = 3;

    /** Six orders of each customer in 20 hours, and a seventh exactly a day after the first. */
    private final Workload workload = new Workload("test", CUSTOMERS, 7 * CUSTOMERS, Duration.ofHours(4), 0);

    private final LimitProof proof = new LimitProof(workload);

    @Test
    void fiveAcceptedInADayAndTheSixthRefusedIsSound() {
        // when
        takeAll(round(5));

        // then
        assertThat(proof.violation()).isNull();
        assertThat(proof.acceptedOrders()).isEqualTo(6 * CUSTOMERS);
        assertThat(proof.refusedOrders()).isEqualTo(CUSTOMERS);
    }

    @Test
    void aSixthAcceptedOrderInADayIsToldWithItsCustomer() {
        // given
        var refused = round(5);
        refused.remove(5 * CUSTOMERS + 1);

        // when
        takeAll(refused);

        // then
        assertThat(proof.violation())
                .contains(workload.order(5 * CUSTOMERS + 1).customerId())
                .contains("6 slots");
    }

    @Test
    void aRefusalWithRoomLeftIsTold() {
        // given
        var refused = round(5);
        refused.add(2 * CUSTOMERS);

        // when
        takeAll(refused);

        // then
        assertThat(proof.violation()).contains("was refused").contains("2 slots");
    }

    @Test
    void anOrderWithTwoVerdictsIsTold() {
        // given
        takeAll(round(5));

        // when
        take(4, true);

        // then
        assertThat(proof.violation()).contains("two verdicts");
    }

    @Test
    void anOrderWithoutVerdictIsTold() {
        // when
        IntStream.range(1, workload.orders()).forEach(index -> take(index, index / CUSTOMERS != 5));

        // then
        assertThat(proof.violation()).contains("has no verdict");
    }

    @Test
    void anOrderThatNobodyPlacedIsTold() {
        // when
        proof.take("another", "somebody", 0, true);

        // then
        assertThat(proof.violation()).contains("never placed");
    }

    private static Set<Integer> round(int round) {
        return IntStream.range(round * CUSTOMERS, (round + 1) * CUSTOMERS)
                .boxed()
                .collect(Collectors.toSet());
    }

    private void takeAll(Set<Integer> refused) {
        IntStream.range(0, workload.orders()).forEach(index -> take(index, !refused.contains(index)));
    }

    private void take(int index, boolean isAccepted) {
        var order = workload.order(index);
        proof.take(order.orderId(), order.customerId(), workload.placedAt(index), isAccepted);
    }
}
