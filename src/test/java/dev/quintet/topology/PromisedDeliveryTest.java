package dev.quintet.topology;

import static dev.quintet.harness.OrderBuilder.ALICE;
import static dev.quintet.harness.OrderBuilder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.domain.order.Ids;
import dev.quintet.domain.order.OperatorAction;
import dev.quintet.domain.order.OrderFact;
import dev.quintet.domain.order.RepairOrder;
import dev.quintet.domain.participant.CommandHead;
import dev.quintet.domain.participant.Reply;
import dev.quintet.harness.SagaDriver;
import dev.quintet.harness.Times;
import dev.quintet.wire.Topics;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Shipping is asked before anybody pays, and again before an order is undone that was confirmed. */
final class PromisedDeliveryTest {
    private final SagaDriver driver = new SagaDriver(Times.at("12:00"));
    private final String commandPrefix = Ids.ofLife("o-1", driver.now().toEpochMilli()) + "/";

    PromisedDeliveryTest() throws IOException {}

    @AfterEach
    void close() {
        driver.close();
    }

    @Test
    void aCustomerWithoutAnAddressIsCancelledAtOnceAndPaysNothing() {
        // given
        driver.send(anOrder().called("o-1").build());
        yes("reserve-stock", "authorize-payment");
        driver.asked();

        // when
        answer("promise-delivery", "NO_ADDRESS");

        // then
        assertThat(labels()).containsExactly("void-payment");
        yes("void-payment", "release-stock");
        assertThat(driver.facts()).last().isEqualTo(new OrderFact.Cancelled("NO_ADDRESS", true));
    }

    @Test
    void anOperatorUndoesAConfirmedOrderOnlyOnceShippingSaysThatNothingLeaves() {
        // given
        confirmed();
        yes("capture-payment");
        driver.facts();

        // when
        compensate();
        assertThat(labels()).containsExactly("cancel-delivery");
        yes("cancel-delivery");
        assertThat(labels()).containsExactly("refund-payment");
        yes("refund-payment", "void-payment", "release-stock");

        // then
        assertThat(driver.facts())
                .containsExactly(
                        new OrderFact.OperatorActed(OperatorAction.COMPENSATE, "", "moved away", "olga"),
                        new OrderFact.StepCompensated("promise-delivery"),
                        new OrderFact.StepCompensated("capture-payment"),
                        new OrderFact.StepCompensated("authorize-payment"),
                        new OrderFact.StepCompensated("reserve-stock"),
                        new OrderFact.Cancelled("CANCELLED_BY_OPERATOR", false));
    }

    @Test
    void anOrderWhoseDeliveryHasLeftGoesOnForward() {
        // given
        confirmed();
        compensate();
        driver.facts();

        // when
        answer("cancel-delivery", "DISPATCHED");
        yes("capture-payment");

        // then
        assertThat(driver.facts())
                .containsExactly(
                        new OrderFact.StepSucceeded("dispatch-delivery", null),
                        new OrderFact.StepSucceeded("capture-payment", null),
                        new OrderFact.Completed());
    }

    @Test
    void anOperatorWhoComesAfterTheDeliveryLeftIsToldSo() {
        // given
        confirmed();
        yes("dispatch-delivery");
        driver.facts();

        // when
        compensate();

        // then
        assertThat(driver.facts()).containsExactly(new OrderFact.CancelRefused("operator olga"));
    }

    private void confirmed() {
        driver.send(anOrder().called("o-1").build());
        yes("reserve-stock", "authorize-payment", "promise-delivery");
        assertThat(driver.facts()).last().isEqualTo(new OrderFact.Confirmed());
        driver.asked();
    }

    private void compensate() {
        driver.send(new RepairOrder("o-1", ALICE, OperatorAction.COMPENSATE, "", "moved away", "olga"));
    }

    private void yes(String... labels) {
        for (var label : labels) {
            answer(label, null);
        }
    }

    private void answer(String label, @Nullable String reason) {
        driver.reply(Topics.SHIPPING_REPLIES, ALICE, new Reply(commandPrefix + label, "o-1", reason, null));
    }

    private List<String> labels() {
        return driver.asked().stream()
                .map(CommandHead::commandId)
                .map(id -> id.substring(id.lastIndexOf('/') + 1))
                .toList();
    }
}
