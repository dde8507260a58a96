package dev.quintet.domain.notification;

import dev.quintet.domain.order.MinorUnits;
import dev.quintet.domain.order.Money;

/** Amounts of money for people: {@code 8.90 EUR}, {@code 890 JPY}. */
final class Amount {
    private Amount() {}

    static String of(Money money) {
        return of(money.amountMinor(), money.currency());
    }

    static String of(long amountMinor, String currency) {
        return MinorUnits.plain(amountMinor, currency) + " " + currency;
    }
}
