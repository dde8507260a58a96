package dev.quintet.topology;

import static dev.quintet.harness.OrderBuilder.ALICE;
import static dev.quintet.harness.OrderBuilder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.domain.order.OrderFact;
import dev.quintet.domain.participant.CommandHead;
import dev.quintet.domain.participant.Reply;
import dev.quintet.harness.SagaDriver;
import dev.quintet.harness.Times;
import dev.quintet.wire.Topics;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A reply that comes after its order's end, when another order has the id. */
final class LateReplyTest {
    private final SagaDriver driver = new SagaDriver(Times.at("12:00"));

    LateReplyTest() throws IOException {}

    @AfterEach
    void close() {
        driver.close();
    }

    @Test
    void aReplyToACommandOfAnEarlierOrderOfTheSameIdIsForNobody() {
        // given
        driver.send(anOrder().called("o-1").build());
        var first = driver.asked();
        for (var command : first) {
            driver.reply(Topics.STOCK_REPLIES, ALICE, Reply.no(command, "NOT_TODAY"));
        }
        assertThat(driver.facts()).last().isInstanceOf(OrderFact.Cancelled.class);
        driver.pass(Duration.ofDays(12));
        driver.send(anOrder().called("o-1").build());
        var second = driver.asked();
        driver.facts();

        // when
        say(first);

        // then
        assertThat(driver.facts()).isEmpty();
        assertThat(second).hasSameSizeAs(first).doesNotContainAnyElementsOf(first);
        say(second);
        assertThat(driver.facts()).contains(new OrderFact.Confirmed());
    }

    private void say(List<CommandHead> commands) {
        for (var command : commands) {
            driver.reply(Topics.STOCK_REPLIES, ALICE, Reply.ok(command, null));
        }
    }
}
