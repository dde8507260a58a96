package dev.quintet.domain.shipping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.domain.order.OrderLine;
import dev.quintet.domain.participant.CommandHead;
import dev.quintet.domain.participant.Reply;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DeliveryTest {
    private static final CommandHead HEAD = new CommandHead("c-1", "o-1", "alice");
    private static final List<OrderLine> LINES = List.of(new OrderLine("classic", 2));
    private static final ShippingRequest.Arrange WANTED = new ShippingRequest.Arrange("akaso-1", LINES);
    private static final Customer ALICE = new Customer("alice", "Alice", "alice@shop.example", null, "1 Hill", "north");

    @Test
    void orderOfAKnownCustomerIsDeliveredToTheirAddress() {
        var decision = Delivery.decide(HEAD, WANTED, null, ALICE);

        assertThat(decision.reply()).isEqualTo(Reply.ok(HEAD, "s-alice/o-1"));
        assertThat(decision.shipment())
                .isEqualTo(new Shipment("s-alice/o-1", "o-1", "alice", "Alice", "1 Hill", "north", "akaso-1", LINES));
    }

    @Test
    void orderOfAnUnknownCustomerHasNowhereToGo() {
        assertThat(Delivery.decide(HEAD, WANTED, null, null))
                .isEqualTo(new Delivery.Decision(Reply.no(HEAD, "NO_ADDRESS"), null));
    }

    @Test
    void deliveryThatWasArrangedIsAnsweredTheSameAgainEvenWhenTheCustomerIsGone() {
        var before = Reply.ok(HEAD, "s-alice/o-1");

        assertThat(Delivery.decide(HEAD, WANTED, before, null)).isEqualTo(new Delivery.Decision(before, null));
        assertThat(Delivery.decide(HEAD, WANTED, before, ALICE)).isEqualTo(new Delivery.Decision(before, null));
    }
}
