package dev.quintet.domain.order;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How many digits of an amount in minor units stand behind the point, by currency: the table of ISO 4217, for mails and
 * pages alike. Browsers have their own, after what people use, by which 123400 HUF would be 123,400 forints.
 */
public final class MinorUnits {
    private static final int USUAL = 2;
    private static final SortedMap<String, Integer> OTHERS = table();

    private MinorUnits() {}

    /** Those of a currency; 2 for a code that the table does not have. */
    public static int digits(String currency) {
        return OTHERS.getOrDefault(currency, USUAL);
    }

    /** An amount as a number, {@code 8.90} for 890 EUR and {@code 890} for 890 JPY, the same in every language. */
    public static String plain(long amountMinor, String currency) {
        return BigDecimal.valueOf(amountMinor, digits(currency)).toPlainString();
    }

    /** Every currency that has not two. */
    public static SortedMap<String, Integer> others() {
        return OTHERS;
    }

    private static SortedMap<String, Integer> table() {
        var digits = new TreeMap<String, Integer>();
        // Funds, metals and codes for testing have no minor unit at all.
        put(
                digits, 0, "BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "UYI", "VND",
                "VUV", "XAF", "XOF", "XPF");
        put(digits, 0, "XAG", "XAU", "XBA", "XBB", "XBC", "XBD", "XDR", "XPD", "XPT", "XSU", "XTS", "XUA", "XXX");
        put(digits, 3, "BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND");
        put(digits, 4, "CLF", "UYW");
        return Collections.unmodifiableSortedMap(digits);
    }

    private static void put(SortedMap<String, Integer> digits, int count, String... currencies) {
        for (var currency : currencies) {
            digits.put(currency, count);
        }
    }
}
