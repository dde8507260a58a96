package dev.quintet.domain.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.harness.Golden;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Currency;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One table of minor units, for mails and pages. */
final class MinorUnitsTest {
    private static final Path OF_THE_PAGES = Path.of("src/main/resources/web/minor-units.js");

    @ParameterizedTest
    @ValueSource(strings = {"EUR", "HUF", "JPY", "KWD", "CLF", "ISK", "TND", "COP", "IDR"})
    void currencyHasTheDigitsOfIso4217(String currency) {
        assertThat(MinorUnits.digits(currency))
                .isEqualTo(Currency.getInstance(currency).getDefaultFractionDigits());
    }

    @Test
    void pagesHaveTheSameTable() throws IOException {
        var rows = MinorUnits.others().entrySet().stream()
                .map(row -> "  " + row.getKey() + ": " + row.getValue() + ",\n")
                .collect(Collectors.joining());

        Golden.assertUpToDate(OF_THE_PAGES, """
                // Generated from MinorUnits; -Dgolden=write rewrites it. How many digits of an amount stand behind the point.

                const OTHERS = {
                """ + rows + """
                };

                /** Those of a currency, by ISO 4217 and not by the browser. */
                export function minorDigits(currency) {
                  return OTHERS[currency] ?? 2;
                }
                """);
    }
}
