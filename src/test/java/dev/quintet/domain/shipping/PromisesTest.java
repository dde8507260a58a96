package dev.quintet.domain.shipping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.domain.order.OrderLine;
import dev.quintet.domain.participant.CommandHead;
import dev.quintet.domain.shipping.DeliveryPromise.State;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What shipping promises, takes back and keeps, in whatever order it is asked. */
final class PromisesTest {
    private static final CommandHead HEAD = new CommandHead("c-1", "o-1", "alice");
    private static final Customer ALICE = new Customer("alice", "Alice", "alice@shop.example", null, "1 Hill", "north");

    private final List<Shipment> left = new ArrayList<>();
    private DeliveryPromise order = DeliveryPromise.NONE;

    @Test
    void nothingLeavesBeforeItIsDispatched() {
        assertThat(promise(ALICE)).isEqualTo("OK");
        assertThat(order.isOpen()).isTrue();
        assertThat(left).isEmpty();

        assertThat(dispatch()).isEqualTo("OK");

        assertThat(left).extracting(Shipment::address).containsExactly("1 Hill");
        assertThat(order.isOpen()).isFalse();
    }

    @Test
    void whatIsAskedAgainIsAnsweredTheSameAndLeavesOnce() {
        assertThat(List.of(promise(ALICE), promise(null))).containsOnly("OK");
        assertThat(List.of(dispatch(), dispatch(), promise(ALICE))).containsOnly("OK");

        assertThat(left).hasSize(1);
    }

    @Test
    void customerWithoutAnAddressIsRefusedAndStaysSo() {
        assertThat(promise(null)).isEqualTo("NO_ADDRESS");
        assertThat(promise(ALICE)).isEqualTo("NO_ADDRESS");
        assertThat(cancel()).isEqualTo("OK");
        assertThat(promise(ALICE)).isEqualTo("NO_ADDRESS");
        assertThat(dispatch()).isEqualTo("NOTHING_PROMISED");
        assertThat(left).isEmpty();
    }

    @Test
    void promiseThatWasTakenBackIsNotKept() {
        promise(ALICE);

        assertThat(List.of(cancel(), cancel())).containsOnly("OK");

        assertThat(dispatch()).isEqualTo("CANCELLED");
        assertThat(promise(ALICE)).as("it was made, and asks what came of it").isEqualTo("OK");
        assertThat(order.state()).isEqualTo(State.CANCELLED);
        assertThat(left).isEmpty();
    }

    @Test
    void promiseThatWasTakenBackBeforeItWasMadeIsNeverMade() {
        assertThat(cancel()).isEqualTo("OK");

        assertThat(promise(ALICE)).isEqualTo("CANCELLED");
        assertThat(dispatch()).isEqualTo("CANCELLED");
    }

    @Test
    void whatHasLeftIsNotTakenBack() {
        promise(ALICE);
        dispatch();

        assertThat(cancel()).isEqualTo("DISPATCHED");
        assertThat(dispatch()).isEqualTo("OK");
        assertThat(left).hasSize(1);
    }

    private String promise(@Nullable Customer customer) {
        var wanted = new ShippingRequest.Promise("akaso-1", List.of(new OrderLine("classic", 2)));
        return take(Promises.promise(order, HEAD, wanted, customer));
    }

    private String cancel() {
        return take(Promises.cancel(order, HEAD));
    }

    private String dispatch() {
        return take(Promises.dispatch(order, HEAD));
    }

    private String take(Promises.Decision decision) {
        order = decision.promise();
        if (decision.shipment() != null) {
            left.add(decision.shipment());
        }
        var reason = decision.reply().reason();
        return reason == null ? "OK" : reason;
    }
}
