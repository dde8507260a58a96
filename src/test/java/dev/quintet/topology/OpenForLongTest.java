package dev.quintet.topology;

import static dev.quintet.harness.OrderBuilder.ALICE;
import static dev.quintet.harness.OrderBuilder.BOB;
import static dev.quintet.harness.OrderBuilder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.domain.order.OperatorAction;
import dev.quintet.domain.order.OrderEvent;
import dev.quintet.domain.order.PlaceOrder;
import dev.quintet.domain.order.RefusalReason;
import dev.quintet.domain.order.RepairOrder;
import dev.quintet.harness.JoinedServices;
import dev.quintet.harness.Times;
import java.io.IOException;
import java.time.Duration;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An order that was paid and is not delivered stays open for weeks (O): it is not overwritten, and what it holds is not forgotten. */
final class OpenForLongTest {
    private static final PlaceOrder ORDER =
            anOrder().called("o-1").of(2, "classic").build();

    private final JoinedServices shop = new JoinedServices(Times.at("12:00"));

    OpenForLongTest() throws IOException {}

    @BeforeEach
    void anOrderThatIsPaidAndNotDelivered() {
        shop.lose("arrange-delivery", "dispatch-delivery");
        assertThat(shop.place(ORDER).isAccepted()).isTrue();
        assertThat(shop.ledger("o-1")).containsExactly("HELD 534", "CAPTURED 534");
        assertThat(shop.facts("o-1")).contains("OrderConfirmed").doesNotContain("OrderCompleted");
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 12, 40})
    void itsIdComesAgainAndTheOpenOrderStands(int days) {
        // when
        daysGoBy(days);
        var again = shop.place(ORDER);
        var other = shop.place(anOrder().called("o-1").of(3, "classic").build());

        // then
        assertThat(again.duplicate()).isTrue();
        assertThat(again.placedAt()).isEqualTo(Times.at("12:00"));
        assertThat(again.total()).isNotNull();
        assertThat(again.use()).isNotNull();
        assertThat(again.policyVersion()).isEqualTo(1);
        assertThat(other.reason()).isEqualTo(RefusalReason.IDEMPOTENCY_CONFLICT);

        // when
        shop.lose();
        shop.pass(Duration.ofMinutes(6));

        // then
        var events = shop.events("o-1");
        assertThat(shop.facts("o-1")).containsOnlyOnce("OrderAccepted").last().isEqualTo("OrderCompleted");
        assertThat(events)
                .extracting(OrderEvent::version)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, events.size()).boxed().toList());
        assertThat(shop.ledger("o-1")).containsExactly("HELD 534", "CAPTURED 534");
    }

    @ParameterizedTest
    @ValueSource(ints = {11, 60})
    void anOperatorUndoesItAfterWeeksAndEverythingIsGivenBack(int days) {
        // given
        daysGoBy(days);
        long ofOthers = shop.reserved() - 2;

        // when
        shop.lose();
        shop.send(new RepairOrder("o-1", ALICE, OperatorAction.COMPENSATE, "", "nobody delivers there", "olga"));

        // then
        assertThat(shop.facts("o-1")).last().isEqualTo("OrderCancelled");
        assertThat(shop.ledger("o-1")).containsExactly("HELD 534", "CAPTURED 534", "REFUNDED 534");
        assertThat(shop.reserved()).isEqualTo(ofOthers);
    }

    @Test
    void onceItIsUndoneItsIdIsFreeAndTheNextOrderPaysForItself() {
        // given
        daysGoBy(11);
        shop.lose();
        shop.send(new RepairOrder("o-1", ALICE, OperatorAction.COMPENSATE, "", "nobody delivers there", "olga"));

        // when
        var again = shop.place(ORDER);

        // then
        assertThat(again.duplicate()).isFalse();
        assertThat(shop.facts("o-1")).last().isEqualTo("OrderCompleted");
        assertThat(shop.ledger("o-1"))
                .containsExactly("HELD 534", "CAPTURED 534", "REFUNDED 534", "HELD 534", "CAPTURED 534");
    }

    /** Orders of others come now and then, so time goes on for every store. */
    private void daysGoBy(int days) {
        for (int day = days % 4; day <= days; day += 4) {
            shop.pass(Duration.ofDays(day < 4 ? day : 4));
            var bobs = anOrder().called("b-" + day).by(BOB).build();
            assertThat(shop.place(bobs).isAccepted()).isTrue();
        }
    }
}
