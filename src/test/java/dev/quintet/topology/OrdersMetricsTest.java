package dev.quintet.topology;

import static dev.quintet.harness.OrderBuilder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.domain.order.Ids;
import dev.quintet.domain.participant.Reply;
import dev.quintet.harness.SagaDriver;
import dev.quintet.harness.Times;
import dev.quintet.wire.OwnMetrics;
import dev.quintet.wire.Topics;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the orders service counts of itself. */
final class OrdersMetricsTest {
    private final SagaDriver driver = new SagaDriver(Times.at("12:00"));

    OrdersMetricsTest() throws IOException {}

    @AfterEach
    void close() {
        driver.close();
    }

    @Test
    void verdictsAreCountedByReasonAndRepeatedOnesApart() {
        for (int i = 1; i <= 7; i++) {
            driver.send(anOrder().called("o-" + i).build());
        }
        driver.send(anOrder().called("o-1").build());

        assertThat(metric("verdicts-total", "reason", "ACCEPTED")).isEqualTo(5);
        assertThat(metric("verdicts-total", "reason", "LIMIT_REACHED")).isEqualTo(2);
        assertThat(metric("verdicts-total", "reason", "UNKNOWN_ITEM")).isEqualTo(0);
        assertThat(metric("repeated-verdicts-total", "reason", "ACCEPTED")).isEqualTo(1);
    }

    @Test
    void sagasAreCountedByStateAsTheyGoOn() {
        driver.send(anOrder().called("o-1").build());
        driver.send(anOrder().called("o-2").build());
        assertThat(metric("sagas", "state", "ACCEPTED")).isEqualTo(2);

        answer("o-1", "reserve-stock", true);
        answer("o-1", "authorize-payment", true);
        answer("o-1", "promise-delivery", true);
        answer("o-2", "reserve-stock", true);
        answer("o-2", "authorize-payment", false);

        assertThat(metric("sagas", "state", "ACCEPTED")).isEqualTo(0);
        assertThat(metric("sagas", "state", "CONFIRMED")).isEqualTo(1);
        assertThat(metric("sagas", "state", "CANCELLING")).isEqualTo(1);

        answer("o-2", "promise-delivery", false);
        answer("o-2", "release-stock", true);

        assertThat(metric("sagas", "state", "CANCELLING")).isEqualTo(0);
        assertThat(metric("saga-transitions-total", "state", "ACCEPTED")).isEqualTo(2);
        assertThat(metric("saga-transitions-total", "state", "CANCELLED")).isEqualTo(1);
    }

    @Test
    void sagaThatCannotGoOnNeedsAnOperator() {
        driver.send(anOrder().called("o-1").build());
        answer("o-1", "reserve-stock", true);
        answer("o-1", "authorize-payment", true);
        answer("o-1", "promise-delivery", true);

        for (int i = 0; i < 10; i++) {
            driver.pass(Duration.ofMinutes(6));
        }

        assertThat(metric("sagas", "state", "NEEDS_OPERATOR")).isEqualTo(1);
        assertThat(metric("saga-transitions-total", "state", "NEEDS_OPERATOR")).isEqualTo(1);
    }

    @Test
    void stepIsTimedFromWhenItWasLastAskedFor() {
        driver.send(anOrder().called("o-1").build());
        driver.pass(Duration.ofSeconds(1));
        answer("o-1", "reserve-stock", true);
        driver.pass(Duration.ofSeconds(5));
        driver.pass(Duration.ofSeconds(2));
        answer("o-1", "authorize-payment", false);

        assertThat(metric("saga-step-duration-seconds-sum", "step", "reserve-stock"))
                .isEqualTo(1.0);
        assertThat(bucket("reserve-stock", "1.0")).isEqualTo(1);
        // It was asked for again when 6 s had gone by.
        assertThat(metric("saga-step-duration-seconds-sum", "step", "authorize-payment"))
                .isEqualTo(2.0);
    }

    @Test
    void whatNobodyCanReadIsCountedByItsTopic() {
        driver.sendGarbage(Topics.STOCK_REPLIES);

        assertThat(metric("dead-letters-total", "topic", Topics.STOCK_REPLIES)).isEqualTo(1);
    }

    private void answer(String orderId, String label, boolean ok) {
        var topic = label.endsWith("stock") ? Topics.STOCK_REPLIES : Topics.PAYMENT_REPLIES;
        var reply = new Reply(
                Ids.ofLife(orderId, Times.at("12:00").toEpochMilli()) + "/" + label,
                orderId,
                ok ? null : "DECLINED",
                null);
        driver.reply(topic, anOrder().build().customerId(), reply);
    }

    private double bucket(String step, String limit) {
        return sum("saga-step-duration-seconds-bucket", Map.of("step", step, OwnMetrics.LIMIT, limit));
    }

    private double metric(String name, String tag, String value) {
        return sum(name, Map.of(tag, value));
    }

    private double sum(String name, Map<String, String> tags) {
        var found = driver.metrics().values().stream()
                .filter(metric -> metric.metricName().group().equals(OwnMetrics.GROUP))
                .filter(metric -> metric.metricName().name().equals(name))
                .filter(metric -> metric.metricName().tags().entrySet().containsAll(tags.entrySet()))
                .mapToDouble(metric -> ((Number) metric.metricValue()).doubleValue())
                .toArray();
        assertThat(found).as("%s %s", name, tags).isNotEmpty();
        return Arrays.stream(found).sum();
    }
}
