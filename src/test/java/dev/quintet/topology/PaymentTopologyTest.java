package dev.quintet.topology;

import static dev.quintet.domain.payment.Movement.CAPTURED;
import static dev.quintet.domain.payment.Movement.HELD;
import static dev.quintet.domain.payment.Movement.RELEASED;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.quintet.domain.order.Money;
import dev.quintet.domain.participant.CommandHead;
import dev.quintet.domain.participant.Reply;
import dev.quintet.domain.payment.LedgerEntry;
import dev.quintet.domain.payment.Movement;
import dev.quintet.domain.payment.PaymentCommand;
import dev.quintet.domain.payment.PaymentRequest;
import dev.quintet.harness.ParticipantDriver;
import dev.quintet.harness.Times;
import dev.quintet.wire.Headers;
import dev.quintet.wire.Topics;
import dev.quintet.wire.WireSerdes;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the topology adds to the provider: keys, memory, the ledger, delayed answers, dead letters. */
final class PaymentTopologyTest {
    private static final Money TOTAL = new Money(1_780, "EUR");
    private static final Duration SLOW = Duration.ofSeconds(3);

    private final ParticipantDriver<PaymentCommand> driver = new ParticipantDriver<>(
            PaymentTopology::build,
            Topics.PAYMENT_COMMANDS,
            WireSerdes::paymentCommand,
            Topics.PAYMENT_REPLIES,
            Times.at("23:59:50"));
    private final TestOutputTopic<String, LedgerEntry> ledger =
            driver.output(Topics.PAYMENT_LEDGER, WireSerdes::ledgerEntry);

    PaymentTopologyTest() throws IOException {}

    @AfterEach
    void close() {
        driver.close();
    }

    @Test
    void theReplyGoesToTheCustomerOfTheCommand() {
        assertThat(authorize("a", "o-1", "tok_ok")).singleElement().satisfies(reply -> {
            assertThat(reply.key()).isEqualTo("alice");
            assertThat(reply.value()).isEqualTo(new Reply("a", "o-1", null, null));
        });
    }

    @Test
    void everyMovementIsAnEntryUnderItsOrder() {
        authorize("a", "o-1", "tok_ok");
        send("c", "o-1", new PaymentRequest.Capture());
        send("c", "o-1", new PaymentRequest.Capture());
        assertThat(ledger.readRecordsToList())
                .extracting(TestRecord::key, TestRecord::value)
                .containsExactly(
                        tuple("o-1", new LedgerEntry("o-1", "alice", HELD, TOTAL, "a")),
                        tuple("o-1", new LedgerEntry("o-1", "alice", CAPTURED, TOTAL, "c")));
    }

    @Test
    void aCommandSentAgainAWeekLaterIsAnsweredTheSame() {
        authorize("a", "o-1", "tok_ok");
        driver.pass(Duration.ofDays(7));
        assertThat(reasons(authorize("a", "o-1", "tok_declined"))).containsExactly("a OK");
        assertThat(movements()).containsExactly(HELD);
    }

    @Test
    void whatIsRememberedOutlastsMidnights() {
        authorize("a", "o-1", "tok_flaky");
        driver.pass(Duration.ofDays(1));
        authorize("a", "o-1", "tok_flaky");
        driver.pass(Duration.ofDays(1));
        assertThat(reasons(authorize("a", "o-1", "tok_flaky"))).containsExactly("a OK");
        driver.pass(Duration.ofDays(5));
        assertThat(reasons(send("c", "o-1", new PaymentRequest.Capture()))).containsExactly("c OK");
    }

    @Test
    void customersWhoCallTheirOrdersTheSameDoNotPayForEachOther() {
        authorize("a", "o-1", "tok_ok");
        var bobs = new PaymentCommand(new CommandHead("c", "o-1", "bob"), new PaymentRequest.Capture());
        assertThat(reasons(driver.send("bob", bobs))).containsExactly("c NOTHING_HELD");
    }

    @Test
    void aSlowTokenIsAnsweredAfterThreeSecondsAndHoldsUpNobodyElse() {
        assertThat(authorize("a", "o-1", "tok_slow")).isEmpty();
        assertThat(reasons(authorize("b", "o-2", "tok_ok"))).containsExactly("b OK");
        driver.pass(SLOW.minusMillis(100));
        assertThat(driver.replies()).isEmpty();
        driver.pass(Duration.ofMillis(100));
        assertThat(driver.replies()).singleElement().satisfies(reply -> {
            assertThat(reply.key()).isEqualTo("alice");
            assertThat(reply.value()).isEqualTo(new Reply("a", "o-1", null, null));
        });
        assertThat(movements()).containsExactly(HELD, HELD);
        driver.pass(SLOW);
        assertThat(driver.replies()).isEmpty();
    }

    @Test
    void manyThatAreDueAtOnceAreAnsweredInPartsTheFirstFirst() {
        for (int order = 0; order < 2_500; order++) {
            authorize("a-" + order, "o-" + order, "tok_slow");
            driver.pass(Duration.ofMillis(1));
        }
        driver.pass(SLOW);
        var answers = new ArrayList<String>();
        var part = reasons(driver.replies());
        while (!part.isEmpty()) {
            assertThat(part).hasSizeLessThanOrEqualTo(DelayedAuthorizations.DUE_MAX);
            answers.addAll(part);
            driver.pass(Duration.ofMillis(100));
            part = reasons(driver.replies());
        }
        assertThat(answers)
                .isEqualTo(IntStream.range(0, 2_500)
                        .mapToObj(order -> "a-" + order + " OK")
                        .toList());
    }

    @Test
    void aReleaseAnswersWhatIsStillDelayed() {
        authorize("a", "o-1", "tok_slow");
        assertThat(reasons(send("v", "o-1", new PaymentRequest.Release()))).containsExactly("a VOIDED", "v OK");
        driver.pass(SLOW);
        assertThat(driver.replies()).isEmpty();
        assertThat(movements()).isEmpty();
    }

    @Test
    void aReleaseAfterTheDelayLetsGoOfTheHold() {
        authorize("a", "o-1", "tok_slow");
        driver.pass(Duration.ofSeconds(15));
        send("v", "o-1", new PaymentRequest.Release());
        assertThat(movements()).containsExactly(HELD, RELEASED);
    }

    @Test
    void whatIsNoCommandBecomesADeadLetter() {
        driver.sendRaw(bytes("alice"), bytes("not avro"));
        driver.sendRaw(bytes("alice"), null);
        driver.sendRaw(null, bytes("not avro"));
        driver.send("bob", command("a", "o-1", new PaymentRequest.Capture()));
        driver.send("alice", command("a", "o/1", new PaymentRequest.Capture()));
        driver.send("alice", command("", "o-1", new PaymentRequest.Capture()));
        assertThat(driver.deadLetters())
                .extracting(letter -> header(letter, Headers.DEAD_LETTER_CAUSE))
                .satisfiesExactly(
                        cause -> assertThat(cause).isNotBlank(),
                        cause -> assertThat(cause).contains("value is missing"),
                        cause -> assertThat(cause).contains("key is missing"),
                        cause -> assertThat(cause).contains("must be alice"),
                        cause -> assertThat(cause).contains("order id"),
                        cause -> assertThat(cause).contains("command id"));
        assertThat(driver.replies()).isEmpty();
    }

    private List<TestRecord<String, Reply>> authorize(String commandId, String orderId, String method) {
        return send(commandId, orderId, new PaymentRequest.Authorize(TOTAL, method));
    }

    private List<TestRecord<String, Reply>> send(String commandId, String orderId, PaymentRequest request) {
        return driver.send("alice", command(commandId, orderId, request));
    }

    private static PaymentCommand command(String commandId, String orderId, PaymentRequest request) {
        return new PaymentCommand(new CommandHead(commandId, orderId, "alice"), request);
    }

    private List<Movement> movements() {
        return ledger.readValuesToList().stream().map(LedgerEntry::entry).toList();
    }

    private static List<String> reasons(List<TestRecord<String, Reply>> replies) {
        return replies.stream()
                .map(TestRecord::value)
                .map(reply -> reply.commandId() + " " + (reply.reason() == null ? "OK" : reply.reason()))
                .toList();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    private static String header(TestRecord<byte[], byte[]> letter, String name) {
        return new String(letter.headers().lastHeader(name).value(), UTF_8);
    }
}
