package dev.quintet.domain.notification;

import dev.quintet.domain.order.Money;
import java.math.BigDecimal;
import java.util.Currency;

/** Amounts of money for people: {@code 8.90 EUR}, {@code 890 JPY}. */
final class Amount {
    private static final int USUAL_DIGITS = 2;

    private Amount() {}

    static String of(Money money) {
        return of(money.amountMinor(), money.currency());
    }

    static String of(long amountMinor, String currency) {
        return BigDecimal.valueOf(amountMinor, digits(currency)).toPlainString() + " " + currency;
    }

    private static int digits(String currency) {
        try {
            return Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
        } catch (IllegalArgumentException _) {
            // A code that this Java does not know; a message should still go out.
            return USUAL_DIGITS;
        }
    }
}
