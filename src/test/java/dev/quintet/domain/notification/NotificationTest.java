package dev.quintet.domain.notification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.domain.order.Money;
import dev.quintet.domain.order.OrderEvent;
import dev.quintet.domain.order.OrderFact;
import dev.quintet.domain.order.PricedLine;
import dev.quintet.domain.shipping.Customer;
import dev.quintet.harness.Times;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NotificationTest {
    private static final Instant NOW = Times.at("12:00");
    private static final OrderContent CONTENT = new OrderContent(
            List.of(new PricedLine("classic", 2, 890), new PricedLine("cheese", 1, 990)), 70, new Money(831, "EUR"));

    @Test
    void confirmationSaysWhatWasOrderedAndWhatItCosts() {
        assertThat(Notification.of(event(new OrderFact.Confirmed()), CONTENT, alice(null)))
                .containsExactly(new Message(
                        "<o-1.order-confirmed@quintet>",
                        "alice",
                        Channel.EMAIL,
                        "alice@shop.example",
                        "Your order o-1 is confirmed",
                        """
                        Hello Alice,

                        your order o-1 is confirmed.

                        2 x classic, 8.90 EUR each
                        1 x cheese, 9.90 EUR each
                        Discount: 70 %
                        Total: 8.31 EUR

                        It will be delivered to your address.
                        """,
                        "o-1",
                        "order-confirmed"));
    }

    @Test
    void customerWithAPhoneGetsATextMessageTooUnderAnIdOfItsOwn() {
        assertThat(Notification.of(event(new OrderFact.Confirmed()), CONTENT, alice("+4930123")))
                .hasSize(2)
                .last()
                .isEqualTo(new Message(
                        "<o-1.order-confirmed.sms@quintet>",
                        "alice",
                        Channel.SMS,
                        "+4930123",
                        "",
                        "Your order o-1 is confirmed: 2 x classic, 1 x cheese, total 8.31 EUR.",
                        "o-1",
                        "order-confirmed"));
    }

    @Test
    void cancellationSaysWhyAndThatNothingIsOwed() {
        var messages = Notification.of(event(new OrderFact.Cancelled("DECLINED", true)), CONTENT, alice("+4930123"));

        assertThat(messages).extracting(Message::key).containsOnly("o-1/order-cancelled");
        assertThat(messages.getFirst().subject()).isEqualTo("Your order o-1 is cancelled");
        assertThat(messages.getFirst().body())
                .contains("cancelled because your payment was declined.")
                .contains("You pay nothing for it")
                .contains("no longer counts for the limit");
        assertThat(messages.getLast().body())
                .isEqualTo("Your order o-1 is cancelled because your payment was declined.");
    }

    @Test
    void slotThatStaysUsedIsNotSaidToBeGivenBack() {
        var messages =
                Notification.of(event(new OrderFact.Cancelled("CANCELLED_BY_OPERATOR", false)), null, alice(null));

        assertThat(messages)
                .singleElement()
                .extracting(Message::body)
                .asString()
                .doesNotContain("limit");
    }

    @Test
    void messageGoesOutEvenWhenNobodyKnowsWhatWasOrdered() {
        assertThat(Notification.of(event(new OrderFact.Confirmed()), null, alice("+4930123")))
                .extracting(Message::body)
                .containsExactly(
                        "Hello Alice,\n\nyour order o-1 is confirmed.\n\nIt will be delivered to your address.\n",
                        "Your order o-1 is confirmed.");
    }

    @Test
    void completedOrderIsNotMailed() {
        assertThat(Notification.isNews(event(new OrderFact.Completed()), NOW)).isFalse();
        assertThat(Notification.of(event(new OrderFact.Completed()), CONTENT, alice(null)))
                .isEmpty();
    }

    @Test
    void whatHappenedAWeekAgoIsNoNews() {
        var event = event(new OrderFact.Confirmed());

        assertThat(Notification.isNews(event, NOW)).isTrue();
        assertThat(Notification.isNews(event, NOW.plus(Duration.ofDays(7)).minusMillis(1)))
                .isTrue();
        assertThat(Notification.isNews(event, NOW.plus(Duration.ofDays(7)))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "890,EUR,8.90 EUR",
        "5,EUR,0.05 EUR",
        "890,JPY,890 JPY",
        "1234,KWD,1.234 KWD",
        "123400,HUF,1234.00 HUF",
        "12345,CLF,1.2345 CLF",
        "890,???,8.90 ???"
    })
    void amountsHaveTheDigitsOfTheirCurrency(long minor, String currency, String expected) {
        assertThat(Amount.of(new Money(minor, currency))).isEqualTo(expected);
    }

    private static OrderEvent event(OrderFact fact) {
        return new OrderEvent("o-1", 2, "alice", NOW, new OrderEvent.Cause("order.commands", 0, 0), fact);
    }

    private static Customer alice(@Nullable String phone) {
        return new Customer("alice", "Alice", "alice@shop.example", phone, "1 Hill", "north");
    }
}
