package dev.quintet.topology;

import static dev.quintet.harness.OrderBuilder.ALICE;
import static dev.quintet.harness.OrderBuilder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.quintet.domain.order.CancelOrder;
import dev.quintet.domain.order.OrderEvent;
import dev.quintet.domain.order.PlaceOrder;
import dev.quintet.domain.order.RefusalReason;
import dev.quintet.domain.view.CustomerOrder;
import dev.quintet.domain.view.OrderStatus;
import dev.quintet.domain.view.OrderView;
import dev.quintet.domain.view.StuckOrder;
import dev.quintet.harness.JoinedServices;
import dev.quintet.harness.Times;
import dev.quintet.wire.FactKeys;
import dev.quintet.wire.Stores;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An order's id comes again: it is known for ten days, and after that nothing of the first order is the second's. */
final class SecondLifeTest {
    private static final Duration LONG = Duration.ofMinutes(6);
    private static final PlaceOrder ORDER = anOrder().called("o-1").build();
    private static final PlaceOrder NINE_BURGERS =
            anOrder().called("o-1").of(9, "classic").build();

    private final JoinedServices shop = new JoinedServices(Times.at("12:00"));

    SecondLifeTest() throws IOException {}

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void anOrderCancelledBeforeItWasPaidIsNotDeliveredForNothingWhenItsIdComesAgain() {
        // given
        shop.lose("authorize-payment");
        assertThat(shop.place(ORDER).isAccepted()).isTrue();
        shop.send(new CancelOrder("o-1", ALICE, "changed my mind"));
        shop.pass(LONG);
        assertThat(shop.facts("o-1")).last().isEqualTo("OrderCancelled");
        shop.lose();

        // when
        shop.pass(Duration.ofDays(4));
        var again = shop.place(ORDER);

        // then
        assertThat(again.duplicate()).isTrue();
        assertThat(shop.facts("o-1")).containsOnlyOnce("OrderAccepted").last().isEqualTo("OrderCancelled");
        assertThat(shop.shipments()).isEmpty();
        assertThat(shop.reserved()).isZero();

        // when
        shop.pass(Duration.ofDays(8));
        var second = shop.place(ORDER);

        // then
        assertThat(second.duplicate()).isFalse();
        assertThat(shop.facts("o-1")).last().isEqualTo("OrderCompleted");
        assertThat(shop.shipments()).hasSize(1);
        assertThat(shop.reserved()).isEqualTo(1);
        assertThat(shop.ledger("o-1")).containsExactly("HELD 267", "CAPTURED 267");
    }

    @Test
    void anOrderOfNineBurgersUnderTheIdOfOneIsAConflictAndLaterAnOrderThatPaysForNine() {
        // given
        assertThat(shop.place(ORDER).isAccepted()).isTrue();
        assertThat(shop.facts("o-1")).last().isEqualTo("OrderCompleted");

        // when
        shop.pass(Duration.ofDays(4));
        var conflict = shop.place(NINE_BURGERS);

        // then
        assertThat(conflict.reason()).isEqualTo(RefusalReason.IDEMPOTENCY_CONFLICT);
        assertThat(shop.captured()).isEqualTo(shop.confirmed()).isEqualTo(267);

        // when
        shop.pass(Duration.ofDays(8));
        assertThat(shop.place(NINE_BURGERS).isAccepted()).isTrue();

        // then
        assertThat(shop.captured()).isEqualTo(shop.confirmed()).isEqualTo(2_670);
        assertThat(shop.reserved()).isEqualTo(10);
        assertThat(shop.shipments())
                .extracting(shipment -> shipment.shipmentId())
                .doesNotHaveDuplicates()
                .hasSize(2);
    }

    @Test
    void anOrderThatWasRefusedBeginsAViewOfItsOwnOnceItsIdIsForgotten() {
        // given
        for (int i = 2; i <= 6; i++) {
            assertThat(shop.place(anOrder().called("o-" + i).build()).isAccepted())
                    .isTrue();
        }
        var refused = shop.place(ORDER);
        assertThat(refused.reason()).isEqualTo(RefusalReason.LIMIT_REACHED);

        // when
        shop.pass(Duration.ofDays(3));
        assertThat(shop.place(ORDER))
                .usingRecursiveComparison()
                .ignoringFields("duplicate")
                .isEqualTo(refused);
        shop.pass(Duration.ofDays(8));
        assertThat(shop.place(ORDER).isAccepted()).isTrue();

        // then
        KeyValueStore<String, OrderView> views = shop.view(Stores.ORDER_VIEWS);
        var view = views.get("o-1");
        var second = shop.events("o-1").subList(1, shop.events("o-1").size());
        assertThat(view.status()).isEqualTo(OrderStatus.COMPLETED);
        assertThat(view.version()).isEqualTo(second.size());
        assertThat(view.placedAt()).isEqualTo(second.getFirst().occurredAt());
        assertThat(view.reason()).isNull();
        assertThat(view.holdsSlot()).isTrue();
        assertThat(shownFacts()).isEqualTo(second);
        assertThat(list())
                .filteredOn(order -> order.orderId().equals("o-1"))
                .extracting(CustomerOrder::status, CustomerOrder::holdsSlot)
                .containsExactly(tuple(OrderStatus.COMPLETED, true), tuple(OrderStatus.REFUSED, false));
        KeyValueStore<String, StuckOrder> stuck = shop.view(Stores.STUCK_ORDERS);
        assertThat(stuck.get("o-1")).isNull();
    }

    private List<OrderEvent> shownFacts() {
        KeyValueStore<String, OrderEvent> facts = shop.view(Stores.ORDER_FACTS);
        return values(facts, FactKeys.first("o-1"), FactKeys.last("o-1"));
    }

    private List<CustomerOrder> list() {
        KeyValueStore<String, CustomerOrder> orders = shop.view(Stores.CUSTOMER_ORDERS);
        return values(orders, ALICE + "/", ALICE + "0");
    }

    private static <V> List<V> values(KeyValueStore<String, V> store, String first, String last) {
        var values = new ArrayList<V>();
        try (var rows = store.range(first, last)) {
            rows.forEachRemaining(row -> values.add(row.value));
        }
        return values;
    }
}
