package dev.quintet.local.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.quintet.wire.Topics;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class OrderCostTest {
    @Test
    void hopsAreWhatServicesReadAndWritesAreWhatChangelogsHave() {
        // given
        var cost = new OrderCost(
                new TreeMap<>(Map.of(
                        Topics.ORDER_COMMANDS,
                        1.0,
                        Topics.STOCK_COMMANDS,
                        1.0,
                        Topics.STOCK_REPLIES,
                        1.0,
                        Topics.STOCK_LEVELS,
                        0.9,
                        Topics.ORDER_EVENTS,
                        7.0,
                        "quintet-orders-sagas-changelog",
                        5.0,
                        "quintet-stock-outlets-changelog",
                        0.9)),
                0);

        // then
        assertThat(cost.hops()).isCloseTo(10.0, within(1e-9));
        assertThat(cost.outputs()).isCloseTo(9.9, within(1e-9));
        assertThat(cost.stateWrites()).isCloseTo(5.9, within(1e-9));
    }
}
