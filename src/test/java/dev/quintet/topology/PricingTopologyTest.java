package dev.quintet.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.domain.order.LimitUnit;
import dev.quintet.domain.order.LimitUse;
import dev.quintet.domain.order.MenuItem;
import dev.quintet.domain.order.Money;
import dev.quintet.domain.order.OrderEvent;
import dev.quintet.domain.order.OrderFact;
import dev.quintet.domain.order.OrderLine;
import dev.quintet.domain.order.PriceBounds;
import dev.quintet.domain.order.PricedLine;
import dev.quintet.domain.order.RefusalReason;
import dev.quintet.domain.stock.ItemLevel;
import dev.quintet.domain.stock.Kitchen;
import dev.quintet.domain.stock.StockLevel;
import dev.quintet.harness.ServiceDriver;
import dev.quintet.harness.Times;
import dev.quintet.wire.Headers;
import dev.quintet.wire.Topics;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.TreeMap;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the topology adds to the rule: demand by item, the clock, and two who publish the same item. */
final class PricingTopologyTest {
    private static final Duration PERIOD = Duration.ofMinutes(1);
    private static final MenuItem BOUNDED = item("classic", 1_000, new PriceBounds(500, 1_500));

    private Instant now = Times.at("12:00");
    private final ServiceDriver driver =
            new ServiceDriver(serdes -> PricingTopology.build(serdes, PERIOD), Times.at("12:00"));
    private final TestOutputTopic<String, MenuItem> menu =
            driver.output(Topics.MENU, driver.serdes().menuItem());

    PricingTopologyTest() throws IOException {}

    @AfterEach
    void close() {
        driver.close();
    }

    @Test
    void aRushRaisesThePriceStepByStepUpToTheBound() {
        publish(BOUNDED);
        for (int minute = 0; minute < 50; minute++) {
            order("classic", 10);
            pass(Duration.ofMinutes(1));
        }
        menu.readValuesToList();

        for (int minute = 0; minute < 5; minute++) {
            order("classic", 500);
            pass(Duration.ofMinutes(1));
        }

        var prices = prices();
        assertThat(prices).hasSize(5).isSorted();
        assertThat(prices.getLast()).isGreaterThan(1_150).isLessThanOrEqualTo(1_500);
    }

    @Test
    void withoutOrdersThePriceFallsAgain() {
        publish(BOUNDED);
        for (int minute = 0; minute < 10; minute++) {
            order("classic", 100);
            pass(Duration.ofMinutes(1));
        }
        menu.readValuesToList();

        pass(Duration.ofMinutes(6));
        pass(Duration.ofMinutes(1));

        assertThat(prices()).isNotEmpty().allMatch(price -> price < 1_000);
    }

    @Test
    void allPricesOfALargeMenuAreDecidedInParts() {
        int items = 3 * SetPrices.ITEMS_MAX;
        for (int item = 0; item < items; item++) {
            publish(item("item-" + item, 600, new PriceBounds(500, 1_500)));
        }
        now = now.plus(PERIOD);
        driver.advance(PERIOD);
        var changed = new HashSet<String>();
        var part = menu.readKeyValuesToList();
        while (!part.isEmpty()) {
            assertThat(part).hasSizeLessThanOrEqualTo(SetPrices.ITEMS_MAX);
            part.forEach(item -> assertThat(changed.add(item.key)).isTrue());
            driver.advance(Duration.ofMillis(500));
            part = menu.readKeyValuesToList();
        }
        assertThat(changed).hasSize(items);
    }

    @Test
    void onlyThePriceChangesAndNotTheBounds() {
        publish(item("classic", 600, new PriceBounds(500, 1_500)));
        pass(PERIOD);

        assertThat(menu.readValue()).isEqualTo(item("classic", 630, new PriceBounds(500, 1_500)));
    }

    @Test
    void littleStockForManyOrdersRaisesThePrice() {
        publish(BOUNDED);
        stock("akaso-1", 20);
        stock("akaso-2", 10);
        order("classic", 100);
        pass(PERIOD);

        assertThat(prices()).containsExactly(1_050L);
    }

    @Test
    void itemWithoutBoundsKeepsItsPriceAndIsNotCounted() {
        publish(item("classic", 1_000, null));
        order("classic", 10_000);
        pass(PERIOD);
        pass(PERIOD);

        assertThat(prices()).isEmpty();
        assertThat(driver.output(Topics.DEMAND_BY_ITEM, Serdes.Long()).isEmpty())
                .isTrue();
    }

    @Test
    void refusedOrdersAreNoDemand() {
        publish(BOUNDED);
        stock("akaso-1", 30);
        event(new OrderFact.Refused(
                "burger-day", 1, RefusalReason.LIMIT_REACHED, null, "akaso-1", List.of(new OrderLine("classic", 100))));
        pass(PERIOD);

        assertThat(prices()).isEmpty();
    }

    @Test
    void historyIsNoDemand() {
        publish(BOUNDED);
        stock("akaso-1", 30);
        event(now.minus(Duration.ofDays(3_000)), accepted("classic", 100));
        pass(PERIOD);

        assertThat(prices()).isEmpty();
    }

    @Test
    void whatAPersonSetsStandsForAPeriod() {
        publish(item("classic", 600, new PriceBounds(500, 1_500)));
        pass(PERIOD.minusSeconds(1));
        publish(item("classic", 700, new PriceBounds(500, 1_500)));
        pass(PERIOD.minusSeconds(1));
        assertThat(prices()).isEmpty();

        pass(Duration.ofSeconds(1));

        assertThat(prices()).containsExactly(735L);
    }

    @Test
    void boundsThatAreTakenAwayEndIt() {
        publish(item("classic", 600, new PriceBounds(500, 1_500)));
        pass(PERIOD);
        publish(item("classic", 640, null));
        menu.readValuesToList();
        pass(PERIOD);
        pass(PERIOD);

        assertThat(prices()).isEmpty();
    }

    @Test
    void aPriceThatCameAfterAPersonsAndWasDecidedBeforeItIsUndone() {
        // given
        publish(item("classic", 600, null));
        publish(item("classic", 700, null));
        var late = item("classic", 630, null);

        // when
        var decidedFromTheFirst = new RecordHeaders().add(Headers.BASED_ON, "0".getBytes(UTF_8));
        driver.input(Topics.MENU, driver.serdes().menuItem())
                .pipeInput(new TestRecord<>("classic", late, decidedFromTheFirst, now));
        pass(Duration.ofSeconds(1));

        // then
        assertThat(menu.readRecordsToList()).singleElement().satisfies(repaired -> {
            assertThat(repaired.value()).isEqualTo(item("classic", 700, null));
            assertThat(new String(
                            repaired.headers().lastHeader(Headers.BASED_ON).value(), UTF_8))
                    .isEqualTo("2");
        });
        pass(Duration.ofSeconds(1));
        assertThat(menu.isEmpty()).isTrue();
    }

    @Test
    void demandThatNobodyCanReadBecomesADeadLetter() {
        driver.send(Topics.DEMAND_BY_ITEM, "classic", "many".getBytes(UTF_8));
        driver.send(Topics.DEMAND_BY_ITEM, "a/b", new byte[Long.BYTES]);
        driver.send(Topics.ORDER_EVENTS, "o-1", "garbage".getBytes(UTF_8));

        assertThat(driver.deadLetters()).hasSize(3);
    }

    private void publish(MenuItem item) {
        driver.input(Topics.MENU, driver.serdes().menuItem()).pipeInput(item.itemId(), item, now);
    }

    private void stock(String outletId, long onHand) {
        var items = new TreeMap<String, ItemLevel>();
        items.put("classic", new ItemLevel(onHand, 0, onHand));
        driver.input(Topics.STOCK_LEVELS, driver.serdes().stockLevel())
                .pipeInput(outletId, new StockLevel(outletId, items, Kitchen.UNLIMITED), now);
    }

    private void order(String itemId, int quantity) {
        event(accepted(itemId, quantity));
    }

    private static OrderFact accepted(String itemId, int quantity) {
        return new OrderFact.Accepted(
                "burger-day",
                1,
                new LimitUse(LimitUnit.ORDERS, 5, 1, null, List.of()),
                "akaso-1",
                List.of(new PricedLine(itemId, quantity, 1_000)),
                0,
                new Money(1_000L * quantity, "EUR"),
                "tok_ok",
                2);
    }

    private void event(OrderFact fact) {
        event(now, fact);
    }

    private void event(Instant at, OrderFact fact) {
        var event = new OrderEvent("o-1", 1, "alice", at, new OrderEvent.Cause("order.commands", 0, 0), fact);
        driver.input(Topics.ORDER_EVENTS, driver.serdes().orderEvent()).pipeInput("o-1", event, at);
    }

    private void pass(Duration time) {
        now = now.plus(time);
        driver.advance(time);
    }

    private List<Long> prices() {
        return menu.readValuesToList().stream()
                .map(item -> item.price().amountMinor())
                .toList();
    }

    private static MenuItem item(String itemId, long price, @Nullable PriceBounds bounds) {
        return new MenuItem(itemId, "Classic", new Money(price, "EUR"), bounds);
    }
}
