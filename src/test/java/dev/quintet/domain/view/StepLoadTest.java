package dev.quintet.domain.view;

import static dev.quintet.harness.Facts.accepted;
import static dev.quintet.harness.Facts.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.domain.order.OrderEvent;
import dev.quintet.domain.order.OrderFact;
import dev.quintet.harness.Facts;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** How many sagas are in which step after which facts. */
final class StepLoadTest {
    private final Map<String, StepLoad> loads = new TreeMap<>();

    @Test
    void acceptedOrderWaitsForItsFirstSteps() {
        happens(Facts.of("o-1", "alice").then(accepted()));

        assertThat(load("reserve-stock")).isEqualTo(new StepLoad(Map.of("SENT", 1L), 0, Map.of("SENT", 1L), 0));
        assertThat(load("authorize-payment").open()).isEqualTo(Map.of("SENT", 1L));
        assertThat(loads).doesNotContainKey("capture-payment");
    }

    @Test
    void refusedOrderIsInNoStep() {
        happens(Facts.of("o-1", "alice").then(refused()));

        assertThat(loads).isEmpty();
    }

    @Test
    void stepThatSucceedsTellsHowLongItTook() {
        var facts = Facts.of("o-1", "alice").then(accepted()).then(new OrderFact.StepSucceeded("reserve-stock", "r-1"));
        happens(facts);

        var load = load("reserve-stock");
        assertThat(load.open()).isEqualTo(Map.of("SUCCEEDED", 1L));
        assertThat(load.reached()).isEqualTo(Map.of("SENT", 1L, "SUCCEEDED", 1L));
        assertThat(load.succeededMillis())
                .isEqualTo(Facts.timeOf(2).toEpochMilli() - Facts.timeOf(1).toEpochMilli());
    }

    @Test
    void orderThatEndedIsInNoStepAnyMore() {
        happens(Facts.of("o-1", "alice")
                .then(accepted())
                .then(new OrderFact.StepFailed("authorize-payment", "DECLINED", 1))
                .then(new OrderFact.StepSucceeded("reserve-stock", "r-1"))
                .then(new OrderFact.StepCompensated("reserve-stock"))
                .then(new OrderFact.Cancelled("DECLINED", true)));

        assertThat(loads.values()).allSatisfy(load -> {
            assertThat(load.open()).isEmpty();
            assertThat(load.stuck()).isZero();
        });
        assertThat(load("reserve-stock").reached()).containsEntry("COMPENSATED", 1L);
        assertThat(load("authorize-payment").reached()).containsEntry("FAILED", 1L);
    }

    @Test
    void callForAnOperatorIsCountedUntilItIsAnswered() {
        var facts = Facts.of("o-1", "alice")
                .then(accepted())
                .then(new OrderFact.Confirmed())
                .then(new OrderFact.OperatorNeeded("capture-payment", 5));
        happens(facts);
        assertThat(load("capture-payment").stuck()).isEqualTo(1);

        happens(facts.then(new OrderFact.StepSucceeded("capture-payment", "c-1")), 3);
        assertThat(load("capture-payment").stuck()).isZero();
    }

    @Test
    void ordersAddUp() {
        happens(Facts.of("o-1", "alice").then(accepted()));
        happens(Facts.of("o-2", "bob").then(accepted()).then(new OrderFact.StepSucceeded("reserve-stock", null)));

        assertThat(load("reserve-stock").open()).isEqualTo(Map.of("SENT", 1L, "SUCCEEDED", 1L));
    }

    private StepLoad load(String step) {
        return loads.getOrDefault(step, StepLoad.NOTHING);
    }

    private void happens(Facts facts) {
        happens(facts, 0);
    }

    /** @param seen how many facts were counted before */
    private void happens(Facts facts, int seen) {
        List<OrderEvent> events = facts.events();
        OrderView before = null;
        for (int i = 0; i < events.size(); i++) {
            var after = OrderView.apply(before, events.get(i));
            if (i >= seen) {
                StepLoads.change(before, after).forEach((step, more) -> loads.merge(step, more, StepLoad::plus));
            }
            before = after;
        }
    }
}
