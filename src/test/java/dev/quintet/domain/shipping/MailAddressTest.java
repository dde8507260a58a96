package dev.quintet.domain.shipping;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What SMTP can carry, and what only looks like it. */
final class MailAddressTest {

    @ParameterizedTest
    @CsvSource({
        "alice@example.com, alice@example.com",
        "a.b+tag@localhost, a.b+tag@localhost",
        "o'neill@EXAMPLE.com, o'neill@EXAMPLE.com",
        "tomáš.dvořáček@example.com, tomáš.dvořáček@example.com",
        "alice@münchen.example, alice@xn--mnchen-3ya.example",
        "alice@xn--strae-oqa.example, alice@xn--strae-oqa.example",
        "用户@例子.example, 用户@xn--fsqu00a.example",
    })
    void addressIsToldToTheServerWithItsDomainInAscii(String text, String told) {
        assertThat(MailAddress.problem(text)).isNull();
        assertThat(MailAddress.parse(text)).hasToString(told);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "alice",
                "@example.com",
                "alice@",
                "alice@@example.com",
                ".alice@example.com",
                "alice.@example.com",
                "al..ice@example.com",
                "alice @example.com",
                "alice@exa mple.com",
                "alice@example.com\r\nBcc: bob@example.com",
                "al\u010Dice\u2028@example.com",
                "al\u202Eice@example.com",
                "al\uD800ice@example.com",
                "Alice <alice@example.com>",
                "<alice@example.com>",
                "\"alice\"@example.com",
                "alice(home)@example.com",
                "alice@(home)example.com",
                "friends:alice@example.com;",
                "@relay.example:alice@example.com",
                "alice@example.com,bob@example.com",
                "alice@[127.0.0.1]",
                "alice@127.0.0.1",
                "alice@.example.com",
                "alice@example.com.",
                "alice@example..com",
                "alice@-example.com",
                "alice@exa_mple.com",
                "alice@straße.example",
                "alice@example。com",
            })
    void whatIsNoAddressIsToldWhy(String text) {
        assertThat(MailAddress.problem(text)).isNotBlank();
    }

    @Test
    void lengthsAreThoseOfSmtpInBytes() {
        assertThat(MailAddress.problem("a".repeat(64) + "@example.com")).isNull();
        assertThat(MailAddress.problem("a".repeat(65) + "@example.com")).contains("64 bytes");
        assertThat(MailAddress.problem("š".repeat(33) + "@example.com")).contains("64 bytes");
        var domain = ("d".repeat(49) + ".").repeat(5);
        assertThat(MailAddress.problem("abcd@" + domain.substring(0, 249))).isNull();
        assertThat(MailAddress.problem("abcde@" + domain.substring(0, 249))).contains("254 bytes");
        assertThat(MailAddress.problem("a@" + "d".repeat(64) + ".example")).isNotNull();
    }

    @Test
    void onlyANameBeyondAsciiNeedsAServerThatCarriesIt() {
        assertThat(MailAddress.parse("šef@example.com").needsUtf8()).isTrue();
        assertThat(MailAddress.parse("alice@münchen.example").needsUtf8()).isFalse();
    }
}
