package dev.quintet.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.domain.order.OrderLine;
import dev.quintet.domain.participant.CommandHead;
import dev.quintet.domain.participant.Reply;
import dev.quintet.domain.stock.ItemLevel;
import dev.quintet.domain.stock.Kitchen;
import dev.quintet.domain.stock.StockCommand;
import dev.quintet.domain.stock.StockLevel;
import dev.quintet.domain.stock.StockRequest;
import dev.quintet.domain.stock.StockRoom;
import dev.quintet.domain.stock.SupplyOutcome;
import dev.quintet.harness.ParticipantDriver;
import dev.quintet.harness.Times;
import dev.quintet.wire.Headers;
import dev.quintet.wire.Topics;
import dev.quintet.wire.WireSerdes;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the topology adds to the stock room: keys, memory, levels, dead letters. */
final class StockTopologyTest {
    private static final String OUTLET = "akaso-2";
    private static final StockRequest ONE_CLASSIC = new StockRequest.Reserve(List.of(new OrderLine("classic", 1)));

    private final ParticipantDriver<StockCommand> driver = new ParticipantDriver<>(
            StockTopology::build,
            Topics.STOCK_COMMANDS,
            WireSerdes::stockCommand,
            Topics.STOCK_REPLIES,
            Times.at("10:00"));
    private final TestOutputTopic<String, StockLevel> levels =
            driver.output(Topics.STOCK_LEVELS, WireSerdes::stockLevel);

    StockTopologyTest() throws IOException {}

    @AfterEach
    void close() {
        driver.close();
    }

    @Test
    void theReplyGoesToTheCustomerOfTheCommand() {
        replenish("p", 20);
        assertThat(send("a", "o-1", ONE_CLASSIC)).singleElement().satisfies(reply -> {
            assertThat(reply.key()).isEqualTo("alice");
            assertThat(reply.value()).isEqualTo(new Reply("a", "o-1", null, null));
        });
    }

    @Test
    void whatBelongsToNobodyIsNotAnswered() {
        assertThat(replenish("p", 20)).isEmpty();
        assertThat(setCapacity("c", 10)).isEmpty();
    }

    @Test
    void everyChangeOfAnOutletIsALevelUnderItsId() {
        replenish("p", 20);
        replenish("p", 20);
        send("a", "o-1", ONE_CLASSIC);
        send("b", "o-2", new StockRequest.Reserve(List.of(new OrderLine("classic", 30))));
        assertThat(levels.readRecordsToList())
                .allSatisfy(level -> assertThat(level.key()).isEqualTo(OUTLET))
                .extracting(level -> Map.copyOf(level.value().items()))
                .containsExactly(
                        Map.of("classic", new ItemLevel(20, 0, 20)), Map.of("classic", new ItemLevel(19, 1, 20)));
    }

    @Test
    void aCommandOfNobodyIsAnsweredByTheLevelAlsoDaysLaterAndUnderAnIdThatWasTaken() {
        replenish("p", 20);
        driver.pass(Duration.ofDays(7));
        replenish("p", 30);
        replenish("p", 20);
        var last = levels.readValuesToList().getLast();
        assertThat(last.items()).containsEntry("classic", new ItemLevel(20, 0, 20));
        assertThat(last.outcomes())
                .containsExactly(
                        new SupplyOutcome(mark("p", 20), null),
                        new SupplyOutcome(mark("p", 30), StockRoom.IDEMPOTENCY_CONFLICT));
    }

    @Test
    void whoAsksAgainAfterManyOthersIsToldAgain() {
        replenish("p", 20);
        for (int i = 0; i < StockLevel.OUTCOMES_MAX; i++) {
            replenish("q-" + i, 1);
        }
        assertThat(levels.readValuesToList().getLast().outcome(mark("p", 20))).isNull();
        replenish("p", 20);
        var last = levels.readValuesToList().getLast();
        assertThat(last.outcome(mark("p", 20))).isEqualTo(new SupplyOutcome(mark("p", 20), null));
        assertThat(last.outcomes()).hasSize(StockLevel.OUTCOMES_MAX);
        assertThat(last.items()).containsEntry("classic", new ItemLevel(36, 0, 36));
    }

    @Test
    void theKitchenCountsByTheTimeOfTheCommands() {
        replenish("p", 20);
        setCapacity("c", 1);
        assertThat(reasons(send("a", "o-1", ONE_CLASSIC))).containsExactly("OK");
        driver.pass(Kitchen.SLOT.minusMillis(1));
        assertThat(reasons(send("b", "o-2", ONE_CLASSIC))).containsExactly("NO_CAPACITY");
        driver.pass(Duration.ofMillis(1));
        assertThat(reasons(send("d", "o-3", ONE_CLASSIC))).containsExactly("OK");
    }

    @Test
    void aCommandSentAgainAWeekLaterIsAnsweredTheSame() {
        replenish("p", 1);
        send("a", "o-1", ONE_CLASSIC);
        driver.pass(Duration.ofDays(7));
        replenish("p", 1);
        assertThat(reasons(send("a", "o-1", ONE_CLASSIC))).containsExactly("OK");
        assertThat(reasons(send("b", "o-2", ONE_CLASSIC))).containsExactly("OUT_OF_STOCK");
    }

    @Test
    void aReleaseGivesBackWhatWasReservedDaysAgo() {
        replenish("p", 1);
        send("a", "o-1", ONE_CLASSIC);
        driver.pass(Duration.ofDays(5));
        assertThat(reasons(send("v", "o-1", new StockRequest.Release()))).containsExactly("OK");
        assertThat(reasons(send("b", "o-2", ONE_CLASSIC))).containsExactly("OK");
        assertThat(reasons(send("d", "o-1", ONE_CLASSIC))).containsExactly("RELEASED");
    }

    @Test
    void customersWhoCallTheirOrdersTheSameDoNotReleaseForEachOther() {
        replenish("p", 1);
        send("a", "o-1", ONE_CLASSIC);
        driver.send(OUTLET, new StockCommand(new CommandHead("v", "o-1", "bob"), OUTLET, new StockRequest.Release()));
        assertThat(reasons(send("b", "o-2", ONE_CLASSIC))).containsExactly("OUT_OF_STOCK");
    }

    @Test
    void whatIsNoCommandBecomesADeadLetter() {
        driver.sendRaw(bytes(OUTLET), bytes("not avro"));
        driver.sendRaw(null, bytes("not avro"));
        driver.send("akaso-1", command("a", "o-1", ONE_CLASSIC));
        send("a", "", ONE_CLASSIC);
        assertThat(driver.deadLetters())
                .extracting(letter -> header(letter, Headers.DEAD_LETTER_CAUSE))
                .satisfiesExactly(
                        cause -> assertThat(cause).isNotBlank(),
                        cause -> assertThat(cause).contains("key is missing"),
                        cause -> assertThat(cause).contains("must be " + OUTLET),
                        cause -> assertThat(cause).contains("order id"));
        assertThat(driver.replies()).isEmpty();
    }

    private List<TestRecord<String, Reply>> replenish(String commandId, int quantity) {
        return administer(commandId, new StockRequest.Replenish(List.of(new OrderLine("classic", quantity))));
    }

    private static String mark(String commandId, int quantity) {
        return SupplyOutcome.mark(commandId, new StockRequest.Replenish(List.of(new OrderLine("classic", quantity))));
    }

    private List<TestRecord<String, Reply>> setCapacity(String commandId, int orders) {
        return administer(commandId, new StockRequest.SetCapacity(orders, Kitchen.SLOT.toMillis()));
    }

    private List<TestRecord<String, Reply>> administer(String commandId, StockRequest request) {
        return driver.send(OUTLET, new StockCommand(new CommandHead(commandId, "", ""), OUTLET, request));
    }

    private List<TestRecord<String, Reply>> send(String commandId, String orderId, StockRequest request) {
        return driver.send(OUTLET, command(commandId, orderId, request));
    }

    private static StockCommand command(String commandId, String orderId, StockRequest request) {
        return new StockCommand(new CommandHead(commandId, orderId, "alice"), OUTLET, request);
    }

    private static List<String> reasons(List<TestRecord<String, Reply>> replies) {
        return replies.stream()
                .map(reply -> reply.value().reason())
                .map(reason -> reason == null ? "OK" : reason)
                .toList();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    private static String header(TestRecord<byte[], byte[]> letter, String name) {
        return new String(letter.headers().lastHeader(name).value(), UTF_8);
    }
}
