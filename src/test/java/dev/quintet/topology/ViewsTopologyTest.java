package dev.quintet.topology;

import static dev.quintet.harness.Facts.accepted;
import static dev.quintet.harness.Facts.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.domain.order.OrderEvent;
import dev.quintet.domain.order.OrderFact;
import dev.quintet.domain.view.CustomerChanges;
import dev.quintet.domain.view.CustomerOrder;
import dev.quintet.domain.view.OrderStatus;
import dev.quintet.domain.view.OrderView;
import dev.quintet.domain.view.SalesMinute;
import dev.quintet.harness.Facts;
import dev.quintet.harness.Promotions;
import dev.quintet.harness.ServiceDriver;
import dev.quintet.harness.Times;
import dev.quintet.wire.CustomerOrderKeys;
import dev.quintet.wire.FactKeys;
import dev.quintet.wire.Stores;
import dev.quintet.wire.Topics;
import dev.quintet.wire.ViewsGeneration;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.WindowStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the topology adds to the fold: keys, bounds, who is told, and facts that do not follow. */
final class ViewsTopologyTest {
    private static final int FACTS_MAX = 10;
    private static final Duration RETENTION = Duration.ofDays(30);

    private final List<OrderEvent> told = new ArrayList<>();
    private final List<CustomerOrder> changes = new ArrayList<>();
    private final ServiceDriver driver = new ServiceDriver(
            serdes -> ViewsTopology.build(
                    serdes,
                    new ReferenceTables(),
                    new StockTables(),
                    new ViewLimits(RETENTION, FACTS_MAX),
                    (_, fact) -> told.add(fact),
                    changes::add,
                    ViewsGeneration.FIRST),
            Facts.timeOf(0));
    private final TestInputTopic<String, OrderEvent> log =
            driver.input(Topics.ORDER_EVENTS, driver.serdes().orderEvent());
    private final KeyValueStore<String, OrderView> views = driver.store(Stores.ORDER_VIEWS);
    private final KeyValueStore<String, OrderEvent> facts = driver.store(Stores.ORDER_FACTS);

    private final KeyValueStore<String, CustomerOrder> customers = driver.store(Stores.CUSTOMER_ORDERS);
    private final WindowStore<String, SalesMinute> sales = driver.windowStore(Stores.SALES);

    ViewsTopologyTest() throws IOException {}

    @AfterEach
    void close() {
        driver.close();
    }

    @Test
    void orderAndItsFactsStandUnderItsIdAndWhoWaitsIsTold() {
        var order = Facts.of("o-1", "alice").then(accepted()).then(new OrderFact.Confirmed());

        happens(order);

        assertThat(views.get("o-1").status()).isEqualTo(OrderStatus.CONFIRMED);
        assertThat(facts.get(FactKeys.of("o-1", 2))).isEqualTo(order.events().get(1));
        assertThat(told).isEqualTo(order.events());
    }

    @Test
    void orderOfAnotherCustomerUnderTheSameIdIsAnotherOrder() {
        happens(Facts.of("o-1", "alice").then(accepted()));
        happens(Facts.of("o-1", "bob").then(refused()));

        assertThat(views.get("o-1").customerId()).isEqualTo("alice");
        assertThat(views.get("bob/o-1").status()).isEqualTo(OrderStatus.REFUSED);
        assertThat(facts.get(FactKeys.of("bob/o-1", 1)).customerId()).isEqualTo("bob");
    }

    @Test
    void factThatComesAgainIsLeftOutAndOneThatCantFollowIsADeadLetter() {
        var order = Facts.of("o-1", "alice")
                .then(accepted())
                .then(new OrderFact.Confirmed())
                .then(new OrderFact.Completed())
                .events();
        happens(order.get(0));
        happens(order.get(0));
        happens(order.get(2));

        assertThat(views.get("o-1").version()).isEqualTo(1);
        assertThat(told).hasSize(1);
        assertThat(driver.metric("left-out-facts-total")).isEqualTo(2);
        assertThat(driver.deadLetters()).hasSize(1);
    }

    @Test
    void changesOfStateReachTheListOfTheCustomerNewestFirst() {
        happens(Facts.of("o-1", "alice")
                .then(accepted())
                .then(new OrderFact.StepSucceeded("reserve-stock", null))
                .then(new OrderFact.Confirmed()));
        happens(Facts.of("o-2", "bob").then(accepted()));

        assertThat(changes)
                .extracting(order -> order.orderId() + " " + order.status())
                .containsExactly("o-1 ACCEPTED", "o-1 CONFIRMED", "o-2 ACCEPTED");
        var listed = customers.get(CustomerOrderKeys.of("alice", Facts.timeOf(1), "o-1"));
        assertThat(listed.status()).isEqualTo(OrderStatus.CONFIRMED);
        assertThat(listed.items()).isEqualTo(2);
    }

    @Test
    void changesWithEqualTimesOrEarlierOnesAreCountedAsTheyCame() {
        var first = Facts.of("o-1", "alice").then(accepted()).events().getFirst();
        var second = Facts.of("o-2", "alice").then(accepted()).events().getFirst();
        happens(first);
        happens(second);
        long seen = changes.getLast().change();

        // when the clock steps back, and two orders change at once
        for (var fact : List.of(next(first), next(second))) {
            happens(fact);
        }

        // then
        assertThat(changes)
                .extracting(CustomerOrder::change)
                .doesNotHaveDuplicates()
                .isSorted();
        var missed = new CustomerChanges(seen, 10);
        try (var rows = customers.all()) {
            rows.forEachRemaining(row -> missed.add(row.value));
        }
        assertThat(missed.next())
                .extracting(order -> order.orderId() + " " + order.status())
                .containsExactly("o-1 CONFIRMED", "o-2 CONFIRMED");
    }

    /** Confirmed at the time at which the order was placed, less a minute. */
    private static OrderEvent next(OrderEvent accepted) {
        return new OrderEvent(
                accepted.orderId(),
                2,
                accepted.customerId(),
                accepted.occurredAt().minusSeconds(60),
                accepted.cause(),
                new OrderFact.Confirmed());
    }

    @Test
    void salesAreCountedInTheirMinute() {
        happens(Facts.of("o-1", "alice").then(accepted()).then(new OrderFact.Confirmed()));
        happens(Facts.of("o-2", "bob").then(refused()));
        happens(Facts.of("o-3", "carol").then(accepted()).then(new OrderFact.Cancelled("DECLINED", true)));

        assertThat(sales.fetch(Promotions.BURGER_DAY, Times.at("12:00").toEpochMilli()))
                .isEqualTo(new SalesMinute(
                        2, Map.of("LIMIT_REACHED", 1L), 1, 0, 1, Map.of("EUR", 534L), Map.of("classic", 4L)));
    }

    @Test
    void unreadableFactIsADeadLetter() {
        driver.send(Topics.ORDER_EVENTS, "o-1", new byte[] {1, 2, 3});

        assertThat(driver.deadLetters()).hasSize(1);
    }

    @Test
    void ofALongHistoryTheFirstFactAndTheLatestAreKept() {
        var order = Facts.of("o-1", "alice").then(accepted()).then(new OrderFact.Confirmed());
        for (int attempt = 2; attempt < 30; attempt++) {
            order.then(new OrderFact.StepRetried("capture-payment", attempt));
        }

        happens(order);

        var kept = new ArrayList<Long>();
        try (var rows = facts.all()) {
            rows.forEachRemaining(row -> kept.add(row.value.version()));
        }
        assertThat(kept).hasSize(FACTS_MAX).startsWith(1L, 22L).endsWith(30L);
    }

    @Test
    void orderThatEndedLongAgoIsForgottenAndAnOpenOneIsNot() {
        happens(Facts.of("ended", "alice").then(refused()));
        happens(Facts.of("open", "alice").then(accepted()));

        driver.advance(RETENTION);
        assertThat(views.get("ended")).isNotNull();
        driver.advance(Duration.ofMinutes(1));

        assertThat(views.get("ended")).isNull();
        assertThat(facts.get(FactKeys.of("ended", 1))).isNull();
        assertThat(views.get("open")).isNotNull();
        assertThat(facts.get(FactKeys.of("open", 1))).isNotNull();
    }

    private void happens(Facts order) {
        order.events().forEach(this::happens);
    }

    private void happens(OrderEvent event) {
        log.pipeInput(event.orderId(), event, event.occurredAt());
    }
}
