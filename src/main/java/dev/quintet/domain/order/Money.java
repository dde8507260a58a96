package dev.quintet.domain.order;

/**
 * An amount of money.
 *
 * @param amountMinor in minor units of the currency: 890 is 8.90 EUR
 * @param currency ISO 4217 code
 */
public record Money(long amountMinor, String currency) {

    /** Whether the currency has the form of a code. */
    public boolean hasCurrency() {
        return currency.length() == 3 && currency.chars().allMatch(c -> c >= 'A' && c <= 'Z');
    }
}
