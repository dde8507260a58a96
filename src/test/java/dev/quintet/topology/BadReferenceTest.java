package dev.quintet.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.domain.limit.Promotion;
import dev.quintet.domain.order.MenuItem;
import dev.quintet.domain.order.Money;
import dev.quintet.domain.shipping.Customer;
import dev.quintet.domain.stock.ItemLevel;
import dev.quintet.domain.stock.Kitchen;
import dev.quintet.domain.stock.StockLevel;
import dev.quintet.harness.Keys;
import dev.quintet.harness.Promotions;
import dev.quintet.harness.ServiceDriver;
import dev.quintet.harness.Times;
import dev.quintet.wire.BadReference;
import dev.quintet.wire.Clock;
import dev.quintet.wire.Topics;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.TreeMap;
import org.apache.kafka.streams.TestInputTopic;
import org.junit.jupiter.api.Test;

/** A record of a reference topic that does not count leaves the one before it in force, and becomes a dead letter. */
final class BadReferenceTest {
    private static final Instant NOW = Times.at("12:00");
    private static final MenuItem CLASSIC = new MenuItem("classic", "Classic", new Money(890, "EUR"));

    private final ReferenceTables tables = new ReferenceTables();

    @Test
    void promotionUnderAnotherKeyIsNoPromotionWithoutALimit() throws IOException {
        try (var orders = orders()) {
            // given
            promotions(orders).pipeInput(Promotions.BURGER_DAY, Promotions.fiveADay(), NOW);

            // when
            promotions(orders).pipeInput("free-for-all", Promotions.fiveADay(), NOW);
            promotions(orders).pipeInput(Promotions.BURGER_DAY, null, NOW);
            promotions(orders).pipeInput(Promotions.BURGER_DAY, Promotions.fiveADay(), NOW);

            // then
            assertThat(tables.promotion("free-for-all")).isNull();
            assertThat(tables.promotion(Promotions.BURGER_DAY)).isEqualTo(Promotions.fiveADay());
            assertThat(orders.badReferences()).singleElement().satisfies(bad -> {
                assertThat(bad.record().topic()).isEqualTo(Topics.PROMOTIONS);
                assertThat(bad.record().offset()).isEqualTo(1);
                assertThat(bad.record().key()).isEqualTo("free-for-all".getBytes(UTF_8));
                assertThat(bad.cause()).contains("must be burger-day");
            });
            assertThat(orders.metric("dead-letters-total")).isEqualTo(1);
        }
    }

    @Test
    void priceThatNobodyCanReadOrDateLeavesTheOneBefore() throws IOException {
        try (var orders = orders()) {
            var menu = orders.input(Topics.MENU, orders.serdes().menuItem());
            menu.pipeInput("classic", CLASSIC, NOW);

            orders.send(Topics.MENU, "classic", "garbage".getBytes(UTF_8));
            menu.pipeInput("classic", new MenuItem("classic", "Classic", new Money(1, "EUR")), Instant.EPOCH);
            menu.pipeInput("cheese", new MenuItem("classic", "Classic", new Money(2, "EUR")), NOW);
            orders.input(Topics.MENU).pipeInput(new byte[] {(byte) 0xc3, 0x28}, null, NOW);
            orders.input(Topics.MENU).pipeInput(null, null, NOW);

            assertThat(tables.item("classic")).isEqualTo(CLASSIC);
            assertThat(tables.item("cheese")).isNull();
            assertThat(orders.badReferences())
                    .extracting(BadReference::cause)
                    .satisfiesExactly(
                            cause -> assertThat(cause).contains("Magic byte"),
                            cause -> assertThat(cause).contains("no timestamp"),
                            cause -> assertThat(cause).contains("must be classic"),
                            cause -> assertThat(cause).contains("UTF-8"),
                            cause -> assertThat(cause).contains("key is missing"));
        }
    }

    @Test
    void customerUnderTheKeyOfAnotherMovesNobodysAddress() throws IOException {
        var customers = new CustomerTables();
        var bob = new Customer("bob", "Bob", "bob@shop.example", null, "2 Hill", "north");
        try (var shipping = new ServiceDriver(serdes -> ShippingTopology.build(serdes, customers), NOW)) {
            var published = shipping.input(Topics.CUSTOMERS, shipping.serdes().customer());
            published.pipeInput("bob", bob, NOW);
            published.pipeInput("alice", bob, NOW);

            assertThat(customers.customer("bob")).isEqualTo(bob);
            assertThat(customers.customer("alice")).isNull();
            assertThat(shipping.badReferences()).hasSize(1);
        }
    }

    @Test
    void levelInAnotherPartitionThanItsOutletsIsNoSecondTruth() throws IOException {
        var here = Keys.in(0, 4, "outlet");
        var elsewhere = Keys.notIn(0, 4, "outlet");
        try (var pricing = new ServiceDriver(serdes -> PricingTopology.build(serdes, Duration.ofMinutes(1)), NOW, 4)) {
            var levels = pricing.input(Topics.STOCK_LEVELS, pricing.serdes().stockLevel());
            levels.pipeInput(here, level(here), NOW);
            assertThat(pricing.badReferences()).isEmpty();
            levels.pipeInput(elsewhere, level(elsewhere), NOW);

            assertThat(pricing.badReferences())
                    .singleElement()
                    .satisfies(bad -> assertThat(bad.cause()).contains("partitioner=murmur2_random"));
        }
    }

    private ServiceDriver orders() throws IOException {
        return new ServiceDriver(serdes -> OrdersTopology.build(serdes, tables, Clock.BROKER), NOW);
    }

    private static TestInputTopic<String, Promotion> promotions(ServiceDriver orders) {
        return orders.input(Topics.PROMOTIONS, orders.serdes().promotion());
    }

    private static StockLevel level(String outletId) {
        var items = new TreeMap<String, ItemLevel>();
        items.put("classic", new ItemLevel(1, 0, 1));
        return new StockLevel(outletId, items, Kitchen.UNLIMITED);
    }
}
