package dev.quintet.verb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.quintet.domain.limit.Limit;
import dev.quintet.domain.limit.LimitWindow;
import dev.quintet.domain.order.LimitUnit;
import java.time.Duration;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

final class LimitConverterTest {
    private final LimitConverter converter = new LimitConverter();

    @Test
    void aLimitReadsLikeASentence() {
        assertThat(converter.convert("5 ORDERS per ROLLING(24h)"))
                .isEqualTo(new Limit(5, LimitUnit.ORDERS, new LimitWindow.Rolling(Duration.ofHours(24))));
        assertThat(converter.convert(" 20 ITEMS  per CALENDAR_DAY(Europe/Berlin) "))
                .isEqualTo(new Limit(20, LimitUnit.ITEMS, new LimitWindow.CalendarDay(ZoneId.of("Europe/Berlin"))));
        assertThat(converter.convert("1 ORDERS per SALE"))
                .isEqualTo(new Limit(1, LimitUnit.ORDERS, new LimitWindow.Sale()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "5",
                "ORDERS per SALE",
                "5 orders per SALE",
                "5 ORDERS per WEEK",
                "99999999999 ITEMS per SALE"
            })
    void anythingElseIsNoLimit(String text) {
        assertThatExceptionOfType(TypeConversionException.class)
                .isThrownBy(() -> converter.convert(text))
                .withMessageContaining("is no limit; write \"5 ORDERS per WINDOW\"");
    }
}
