package dev.quintet.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.domain.order.OrderLine;
import dev.quintet.domain.participant.CommandHead;
import dev.quintet.domain.stock.StockCommand;
import dev.quintet.domain.stock.StockRequest;
import dev.quintet.domain.stock.StockRoom;
import dev.quintet.wire.Topics;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Customers and stock over HTTP. */
final class SupplyHttpTest {
    private static final String ALICE = """
            {"name":"Alice","email":"alice@example.com","address":"1 Main Street","region":"north"}""";
    private static final String STOCK = """
            {"lines":[{"itemId":"classic","quantity":20}]}""";

    private final HttpUnderTest http = new HttpUnderTest();

    @AfterEach
    void close() {
        http.close();
    }

    @Test
    void customerIsPublishedUnderTheirId() {
        var answer = http.put("/v1/customers/alice", ALICE);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("customerId")).isEqualTo("alice");
        var published = http.reference.published().getLast();
        assertThat(published.topic()).isEqualTo(Topics.CUSTOMERS);
        assertThat(published.key()).isEqualTo("alice");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"email\":\"alice@example.com\\r\\nBcc: everybody@example.com\"",
                "\"email\":\"alice\"",
                "\"email\":\"@example.com\"",
                "\"email\":\"alice@@example.com\"",
                "\"email\":\"friends:alice@example.com;\"",
                "\"email\":\"alice(at-home)@example.com\"",
                "\"email\":\"alice.@example.com\"",
                "\"email\":\"alice@example.com\",\"phone\":\"call me\"",
            })
    void customerWhoCannotBeReachedIsRefused(String email) {
        var answer = http.put("/v1/customers/alice", ALICE.replace("\"email\":\"alice@example.com\"", email));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(http.reference.published()).isEmpty();
    }

    @Test
    void refusalSaysWhatIsWrongWithTheAddressAndLettersOfAnyLanguageAreNot() {
        assertThat(http.put("/v1/customers/alice", ALICE.replace("alice@example.com", "alice@-example.com"))
                        .json()
                        .toString())
                .contains("after the @ stands a domain, of letters, digits, - and dots");

        assertThat(http.put("/v1/customers/alice", ALICE.replace("alice@example.com", "tomáš@dvořák.example"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void deliveryIsSentToTheOutletOnceForEachKey() {
        var first = http.postTo("/v1/outlets/akaso-2/stock", STOCK, "Idempotency-Key", "monday");
        var again = http.postTo("/v1/outlets/akaso-2/stock", STOCK, "Idempotency-Key", "monday");
        var other = http.postTo("/v1/outlets/akaso-2/stock", STOCK);

        assertThat(first.status()).isEqualTo(200);
        assertThat(again.status()).isEqualTo(200);
        assertThat(suppliedOf("classic")).isEqualTo(40);
        assertThat(again.text("commandId")).isEqualTo(first.text("commandId"));
        assertThat(other.text("commandId")).isNotEqualTo(first.text("commandId"));
        assertThat(http.reference.published())
                .extracting(record -> record.key())
                .containsOnly("akaso-2");
        assertThat(http.reference.published())
                .extracting(record -> record.topic())
                .containsOnly(Topics.STOCK_COMMANDS);
    }

    @Test
    void anotherDeliveryUnderTheSameKeyIsAConflictAndAddsNothing() {
        http.postTo("/v1/outlets/akaso-2/stock", STOCK, "Idempotency-Key", "monday");

        var other = http.postTo("/v1/outlets/akaso-2/stock", STOCK.replace("20", "30"), "Idempotency-Key", "monday");

        assertThat(other.status()).isEqualTo(422);
        assertThat(other.text("reason")).isEqualTo(StockRoom.IDEMPOTENCY_CONFLICT);
        assertThat(suppliedOf("classic")).isEqualTo(20);
        assertThat(http.postTo("/v1/outlets/akaso-2/stock", STOCK, "Idempotency-Key", "monday")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void deliveryThatWouldGiveTheOutletTooManyItemsIsRefused() {
        // given an outlet with as many items as may be
        for (int i = 0; i < StockRoom.ITEMS_MAX; i += 100) {
            assertThat(http.postTo("/v1/outlets/akaso-2/stock", delivery(i, 100))
                            .status())
                    .isEqualTo(200);
        }
        int sent = http.reference.published().size();

        // when
        var answer = http.postTo("/v1/outlets/akaso-2/stock", delivery(StockRoom.ITEMS_MAX, 1));

        // then
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text("detail")).contains("1000 items").contains("1001");
        assertThat(http.reference.published()).hasSize(sent);
        assertThat(http.postTo("/v1/outlets/akaso-2/stock", delivery(0, 1)).status())
                .isEqualTo(200);
    }

    @Test
    void deliveriesThatCrossPassTheBoundOfItemsForNobody() {
        // given an outlet with nearly as many items as may be, and an item that another pod sends meanwhile
        for (int i = 0; i < StockRoom.ITEMS_MAX; i += 50) {
            http.postTo("/v1/outlets/akaso-2/stock", delivery(i, i == 0 ? 49 : 50));
        }
        http.reference.areCrossedBy(List.of(new StockCommand(
                new CommandHead("elsewhere", "", ""),
                "akaso-2",
                new StockRequest.Replenish(List.of(new OrderLine("theirs", 1))))));

        // when
        var answer = http.postTo("/v1/outlets/akaso-2/stock", """
                {"lines":[{"itemId":"ours","quantity":1}]}""");

        // then
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text("reason")).isEqualTo(StockRoom.TOO_MANY_ITEMS);
        assertThat(suppliedOf("theirs")).isEqualTo(1);
        assertThat(suppliedOf("ours")).isZero();
    }

    @Test
    void deliveryThatIsNotSeenToBeJudgedIsPendingAndSaysHowToAsk() {
        http.reference.stopReading();

        var answer = http.postTo("/v1/outlets/akaso-2/stock", STOCK, "Prefer", "respond-async");

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.text("status")).isEqualTo("PENDING");
        assertThat(answer.text("detail")).contains("same Idempotency-Key");
        assertThat(answer.header("Preference-Applied")).isEqualTo("respond-async");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "[{\"itemId\":\"classic\",\"quantity\":0}]", "[{\"itemId\":\"a/b\",\"quantity\":1}]"})
    void deliveryOfNothingIsRefused(String lines) {
        var answer = http.postTo("/v1/outlets/akaso-2/stock", "{\"lines\":" + lines + "}");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(http.reference.published()).isEmpty();
    }

    private static String delivery(int from, int count) {
        return IntStream.range(from, from + count)
                .mapToObj(i -> "{\"itemId\":\"item-" + i + "\",\"quantity\":1}")
                .collect(Collectors.joining(",", "{\"lines\":[", "]}"));
    }

    private long suppliedOf(String itemId) {
        var level = http.reference.level("akaso-2");
        var item = level == null ? null : level.items().get(itemId);
        return item == null ? 0 : item.supplied();
    }
}
