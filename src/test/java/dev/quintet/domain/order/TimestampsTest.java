package dev.quintet.domain.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Instants as we write and take them. */
final class TimestampsTest {
    @ParameterizedTest
    @CsvSource({
        "2026-03-02T10:00:00Z, 2026-03-02T10:00:00.000Z",
        "2026-03-02T10:00:00.1Z, 2026-03-02T10:00:00.100Z",
        "2026-03-02T10:00:00.123456789Z, 2026-03-02T10:00:00.123Z",
        "2026-03-02T10:00:00.5+02:00, 2026-03-02T08:00:00.500Z",
        "1969-12-31T23:59:59.999999Z, 1969-12-31T23:59:59.999Z"
    })
    void writtenWithMillisecondsAlways(String taken, String written) {
        assertThat(Timestamps.text(Timestamps.parse(taken))).isEqualTo(written);
    }

    @Test
    void textsSortAsTheirTimesDo() {
        var times = List.of(
                Instant.parse("2026-03-02T10:00:00Z"),
                Instant.parse("2026-03-02T10:00:00.001Z"),
                Instant.parse("2026-03-02T10:00:00.120Z"),
                Instant.parse("2026-03-02T10:00:01Z"));

        assertThat(times.stream().map(Timestamps::text).sorted())
                .containsExactlyElementsOf(times.stream().map(Timestamps::text).toList());
    }

    @Test
    void writtenTheSameWhateverTheLocale() {
        var before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.of("ar", "EG"));
            assertThat(Timestamps.text(Instant.EPOCH)).isEqualTo("1970-01-01T00:00:00.000Z");
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "soon",
                "2026-03-02",
                "0000-12-31T23:59:59.999Z",
                "-1000-01-01T00:00:00Z",
                "+10000-01-01T00:00:00Z",
                "+300000000-01-01T00:00:00Z",
                "+1000000000-12-31T23:59:59.999999999Z",
                "-1000000000-01-01T00:00:00Z",
                "+9999999999-01-01T00:00:00Z"
            })
    void whatNobodyMeansIsNoInstant(String text) {
        assertThatThrownBy(() -> Timestamps.parse(text)).isInstanceOf(DateTimeException.class);
    }
}
