package dev.quintet.domain.limit;

import static dev.quintet.harness.Hang.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Windows as people write them. */
final class LimitWindowNotationTest {
    @ParameterizedTest
    @CsvSource({
        "ROLLING(24h), ROLLING(24h)",
        "ROLLING(PT24H), ROLLING(24h)",
        "ROLLING(P1D), ROLLING(24h)",
        "ROLLING(1d), ROLLING(24h)",
        "ROLLING(48h), ROLLING(2d)",
        "ROLLING(168h), ROLLING(7d)",
        "ROLLING(36h), ROLLING(36h)",
        "ROLLING(1h30m), ROLLING(90m)",
        "ROLLING(90s), ROLLING(90s)",
        "ROLLING(PT0.001S), ROLLING(PT0.001S)",
        "' ROLLING( 24h ) ', ROLLING(24h)",
        "SALE, SALE",
        "CALENDAR_DAY(Europe/Berlin), CALENDAR_DAY(Europe/Berlin)",
        "CALENDAR_DAY(Z), CALENDAR_DAY(Z)"
    })
    void windowIsReadAndPrintedInItsShortestForm(String text, String printed) {
        var window = LimitWindowNotation.parse(text).orElseThrow();

        assertThat(LimitWindowNotation.print(window)).isEqualTo(printed);
        assertThat(LimitWindowNotation.parse(printed)).contains(window);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ROLLING",
                "ROLLING()",
                "ROLLING(",
                "ROLLING(24h",
                "ROLLING(24h))",
                "ROLLING(24)",
                "ROLLING(24h) x",
                "rolling(24h)",
                "ROLLING(PT0.0001S)",
                "ROLLING(PT9999999999999999H)",
                "ROLLING(99999999999999999999d)",
                "SALE()",
                "SALE(24h)",
                "CALENDAR_DAY",
                "CALENDAR_DAY()",
                "CALENDAR_DAY(Mars/Olympus)",
                "WEEK(1)"
            })
    void otherTextIsNoWindow(String text) {
        assertThat(LimitWindowNotation.parse(text)).isEmpty();
    }

    @Test
    void windowsThatBreakARuleAreReadSoThatTheRuleCanBeTold() {
        assertThat(LimitWindowNotation.parse("ROLLING(-24h)")).contains(new LimitWindow.Rolling(Duration.ofDays(-1)));
        assertThat(LimitWindowNotation.parse("ROLLING(8d)")).contains(new LimitWindow.Rolling(Duration.ofDays(8)));
        assertThat(LimitWindowNotation.print(new LimitWindow.Rolling(Duration.ZERO)))
                .isEqualTo("ROLLING(PT0S)");
    }

    @Test
    void longTextKeepsNobodyBusy() {
        assertTimeoutPreemptively(PATIENCE, () -> LimitWindowNotation.parse("ROLLING(" + " ".repeat(1_000_000)));
        assertTimeoutPreemptively(
                PATIENCE,
                () -> LimitWindowNotation.parse(
                        "ROLLING(" + " ".repeat(1_000_000) + "x" + " ".repeat(1_000_000) + ")"));
    }
}
