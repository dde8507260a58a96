package dev.quintet.domain.view;

import static dev.quintet.harness.Facts.accepted;
import static dev.quintet.harness.Facts.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quintet.domain.order.OperatorAction;
import dev.quintet.domain.order.OrderEvent;
import dev.quintet.domain.order.OrderFact;
import dev.quintet.domain.order.RefusalReason;
import dev.quintet.domain.saga.StepStatus;
import dev.quintet.harness.Facts;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What readers see of an order after which facts. */
final class OrderViewTest {
    private final Facts facts = Facts.of("o-1", "alice");

    @Test
    void acceptedOrderShowsWhatWasOrderedAndWhatItWaitsFor() {
        var order = view(facts.then(accepted()));

        assertThat(order.status()).isEqualTo(OrderStatus.ACCEPTED);
        assertThat(order.version()).isEqualTo(1);
        assertThat(order.placedAt()).isEqualTo(Facts.timeOf(1));
        assertThat(order.ordered().lines()).containsExactly(new LineView("classic", 2, 890L));
        assertThat(order.steps())
                .extracting(step -> step.name() + " " + step.status())
                .containsExactly("reserve-stock SENT", "authorize-payment SENT", "promise-delivery SENT");
    }

    @Test
    void refusedOrderShowsWhyAndHasNoSteps() {
        var order = view(facts.then(refused()));

        assertThat(order.status()).isEqualTo(OrderStatus.REFUSED);
        assertThat(order.status().isTerminal()).isTrue();
        assertThat(order.reason()).isEqualTo(RefusalReason.LIMIT_REACHED);
        assertThat(order.steps()).isEmpty();
        assertThat(order.ordered().lines()).containsExactly(new LineView("classic", 1, null));
    }

    @Test
    void orderThatGoesWellIsConfirmedAndThenCompleted() {
        confirmed();
        assertThat(view(facts).status()).isEqualTo(OrderStatus.CONFIRMED);

        facts.then(new OrderFact.StepSucceeded("capture-payment", "cap-1"))
                .then(new OrderFact.StepSucceeded("dispatch-delivery", null))
                .then(new OrderFact.Completed());

        var order = view(facts);
        assertThat(order.status()).isEqualTo(OrderStatus.COMPLETED);
        assertThat(order.version()).isEqualTo(8);
        assertThat(order.placedAt()).isEqualTo(Facts.timeOf(1));
        assertThat(order.changedAt()).isEqualTo(Facts.timeOf(8));
        assertThat(order.steps()).extracting(StepView::status).containsOnly(StepStatus.SUCCEEDED);
        assertThat(step(order, "capture-payment").reference()).isEqualTo("cap-1");
    }

    @Test
    void declinedPaymentIsWhyAnOrderIsCancelled() {
        facts.then(accepted())
                .then(new OrderFact.StepSucceeded("reserve-stock", null))
                .then(new OrderFact.StepFailed("authorize-payment", "DECLINED", 1));
        assertThat(view(facts).status()).isEqualTo(OrderStatus.CANCELLING);

        facts.then(new OrderFact.StepCompensated("reserve-stock")).then(new OrderFact.Cancelled("DECLINED", true));

        var order = view(facts);
        assertThat(order.status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(order.cancelCause()).isEqualTo("DECLINED");
        assertThat(step(order, "authorize-payment").reason()).isEqualTo("DECLINED");
        assertThat(step(order, "reserve-stock").status()).isEqualTo(StepStatus.COMPENSATED);
    }

    @Test
    void firstCauseStands() {
        facts.then(accepted())
                .then(new OrderFact.CancelRequested("customer", "changed my mind"))
                .then(new OrderFact.StepFailed("authorize-payment", "NO_REPLY", 3));

        assertThat(view(facts).cancelCause()).isEqualTo("CANCELLED_BY_CUSTOMER");
    }

    @Test
    void refusedCancellationChangesNothingButTheVersion() {
        confirmed();
        facts.then(new OrderFact.CancelRefused("customer"));

        assertThat(view(facts).status()).isEqualTo(OrderStatus.CONFIRMED);
        assertThat(view(facts).version()).isEqualTo(6);
    }

    @Test
    void stepThatMayNotFailCallsForAnOperatorUntilItIsDone() {
        confirmed();
        facts.then(new OrderFact.StepRetried("capture-payment", 2))
                .then(new OrderFact.OperatorNeeded("capture-payment", 5));
        assertThat(view(facts).status()).isEqualTo(OrderStatus.NEEDS_OPERATOR);
        assertThat(view(facts).course()).isEqualTo(OrderStatus.CONFIRMED);
        assertThat(view(facts).stuck()).containsExactly("capture-payment");
        assertThat(step(view(facts), "capture-payment").attempts()).isEqualTo(2);

        facts.then(new OrderFact.StepSucceeded("capture-payment", null));
        assertThat(view(facts).status()).isEqualTo(OrderStatus.CONFIRMED);
    }

    @Test
    void compensationThatFailsIsToldByTheNameOfItsStepAndAnOperatorCanSkipIt() {
        facts.then(accepted())
                .then(new OrderFact.StepSucceeded("reserve-stock", null))
                .then(new OrderFact.CancelRequested("customer", ""))
                .then(new OrderFact.StepRetried("release-stock", 2))
                .then(new OrderFact.OperatorNeeded("release-stock", 3));
        var stuck = view(facts);
        assertThat(stuck.status()).isEqualTo(OrderStatus.NEEDS_OPERATOR);
        assertThat(stuck.stuck()).containsExactly("reserve-stock");
        assertThat(step(stuck, "reserve-stock").status()).isEqualTo(StepStatus.COMPENSATING);

        facts.then(new OrderFact.OperatorActed(OperatorAction.SKIP, "release-stock", "counted by hand", "olga"));

        assertThat(view(facts).status()).isEqualTo(OrderStatus.CANCELLING);
        assertThat(step(view(facts), "reserve-stock").status()).isEqualTo(StepStatus.SKIPPED);
    }

    @Test
    void operatorCanUndoAConfirmedOrderOnceItsDeliveryIsRecalled() {
        confirmed();
        facts.then(new OrderFact.OperatorNeeded("capture-payment", 5))
                .then(new OrderFact.OperatorActed(OperatorAction.COMPENSATE, "", "card is dead", "olga"));
        assertThat(view(facts).course()).isEqualTo(OrderStatus.CONFIRMED);
        assertThat(view(facts).stuck()).containsExactly("capture-payment");
        assertThat(step(view(facts), "promise-delivery").status()).isEqualTo(StepStatus.COMPENSATING);

        facts.then(new OrderFact.StepCompensated("promise-delivery"));

        assertThat(view(facts).status()).isEqualTo(OrderStatus.CANCELLING);
        assertThat(view(facts).cancelCause()).isEqualTo("CANCELLED_BY_OPERATOR");
        assertThat(step(view(facts), "dispatch-delivery").status()).isEqualTo(StepStatus.COMPENSATED);
    }

    @Test
    void orderOfTheFirstDefinitionIsFoldedByTheFirst() {
        facts.then(accepted(1));
        assertThat(view(facts).steps())
                .extracting(StepView::name)
                .containsExactly("reserve-stock", "authorize-payment");

        facts.then(new OrderFact.Confirmed())
                .then(new OrderFact.OperatorActed(OperatorAction.COMPENSATE, "", "card is dead", "olga"));

        assertThat(step(view(facts), "arrange-delivery").status()).isEqualTo(StepStatus.IN_DOUBT);
        assertThat(view(facts).stepCalled("dispatch-delivery")).isNull();
        assertThat(view(facts).status()).isEqualTo(OrderStatus.CANCELLING);
    }

    @Test
    void factsThatDoNotBeginOrBeginTwiceAreRefused() {
        var begun = facts.then(accepted()).then(new OrderFact.Confirmed()).events();

        assertThatThrownBy(() -> OrderView.apply(null, begun.get(1))).isInstanceOf(IllegalArgumentException.class);
        var order = OrderView.apply(null, begun.getFirst());
        assertThatThrownBy(() -> OrderView.apply(order, begun.getFirst())).isInstanceOf(IllegalArgumentException.class);
    }

    private void confirmed() {
        facts.then(accepted())
                .then(new OrderFact.StepSucceeded("authorize-payment", "auth-1"))
                .then(new OrderFact.StepSucceeded("reserve-stock", null))
                .then(new OrderFact.StepSucceeded("promise-delivery", null))
                .then(new OrderFact.Confirmed());
    }

    private static StepView step(OrderView order, String name) {
        return Objects.requireNonNull(order.stepCalled(name));
    }

    private static OrderView view(Facts facts) {
        return Objects.requireNonNull(fold(facts.events()));
    }

    private static @Nullable OrderView fold(List<OrderEvent> events) {
        OrderView view = null;
        for (var event : events) {
            view = OrderView.apply(view, event);
        }
        return view;
    }
}
