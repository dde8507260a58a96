package dev.quintet.local.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.domain.order.PlaceOrder;
import dev.quintet.domain.shipping.Customer;
import dev.quintet.local.bench.SagaWorkload.Fate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class SagaWorkloadTest {
    private static final SagaWorkload MIXED = new SagaWorkload("mixed", 500, 1_000, true);
    private static final SagaWorkload HAPPY = new SagaWorkload("happy", 0, 1_000, false);

    @Test
    void aMixedWorkloadHasTheSharesThatItsNamePromises() {
        assertThat(MIXED.count(Fate.COMPLETED)).isEqualTo(680);
        assertThat(MIXED.count(Fate.REFUSED)).isEqualTo(200);
        assertThat(MIXED.count(Fate.DECLINED)).isEqualTo(100);
        assertThat(MIXED.count(Fate.TIMED_OUT)).isEqualTo(20);
        assertThat(HAPPY.count(Fate.COMPLETED)).isEqualTo(1_000);
    }

    @Test
    void whoIsRefusedHasPlacedFiveOrdersThatComplete() {
        // given
        var slots = new HashMap<String, Integer>();

        // then
        for (int index = 0; index < MIXED.orders(); index++) {
            var customer = MIXED.order(index).customerId();
            switch (MIXED.fate(index)) {
                case COMPLETED ->
                    assertThat(slots.merge(customer, 1, Integer::sum)).isLessThanOrEqualTo(5);
                case REFUSED -> assertThat(slots).containsEntry(customer, 5);
                case DECLINED, TIMED_OUT -> assertThat(slots).doesNotContainKey(customer);
            }
        }
    }

    @Test
    void everyCustomerHasAnAddressAndNobodyElse() {
        for (var workload : new SagaWorkload[] {MIXED, HAPPY}) {
            // when
            var known = IntStream.range(0, workload.customers())
                    .mapToObj(workload::customer)
                    .map(Customer::customerId)
                    .collect(Collectors.toSet());

            // then
            assertThat(known)
                    .hasSize(workload.customers())
                    .isEqualTo(IntStream.range(0, workload.orders())
                            .mapToObj(workload::order)
                            .map(PlaceOrder::customerId)
                            .collect(Collectors.toSet()));
        }
    }

    @Test
    void anOrderIsFoundByItsIdAndNoOtherIs() {
        // given
        var ids = new HashSet<String>();

        // then
        for (int index = 0; index < MIXED.orders(); index++) {
            var id = MIXED.order(index).orderId();
            assertThat(MIXED.index(id)).isEqualTo(index);
            assertThat(ids.add(id)).isTrue();
        }
        assertThat(MIXED.index(OrderIds.of(499))).isEqualTo(-1);
        assertThat(MIXED.index(OrderIds.of(1_500))).isEqualTo(-1);
        assertThat(MIXED.index("another")).isEqualTo(-1);
    }
}
