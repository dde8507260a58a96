package dev.quintet.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.wire.Topics;
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

        assertThat(first.status()).isEqualTo(202);
        assertThat(again.text("commandId")).isEqualTo(first.text("commandId"));
        assertThat(other.text("commandId")).isNotEqualTo(first.text("commandId"));
        assertThat(http.reference.published())
                .extracting(record -> record.key())
                .containsOnly("akaso-2");
        assertThat(http.reference.published())
                .extracting(record -> record.topic())
                .containsOnly(Topics.STOCK_COMMANDS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "[{\"itemId\":\"classic\",\"quantity\":0}]", "[{\"itemId\":\"a/b\",\"quantity\":1}]"})
    void deliveryOfNothingIsRefused(String lines) {
        var answer = http.postTo("/v1/outlets/akaso-2/stock", "{\"lines\":" + lines + "}");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(http.reference.published()).isEmpty();
    }
}
