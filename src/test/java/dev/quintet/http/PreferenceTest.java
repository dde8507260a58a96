package dev.quintet.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The Prefer header. */
final class PreferenceTest {
    private static final Duration LONGEST = Duration.ofSeconds(2);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | 2 | ''",
                "wait=1 | 1 | wait=1",
                "WAIT = 0 | 0 | wait=0",
                "wait=\"1\";x=y | 1 | wait=1",
                "wait=10 | 2 | ''",
                "respond-async | 0 | respond-async",
                "Respond-Async, wait=1 | 1 | 'respond-async, wait=1'",
                "handling=lenient, wait=1, wait=2 | 1 | wait=1"
            })
    void preferenceBecomesAWaitAndIsConfirmed(String header, int seconds, String applied) {
        var preference = Preference.of(List.of(header));

        assertThat(preference.waitAtMost(LONGEST)).isEqualTo(Duration.ofSeconds(seconds));
        assertThat(preference.applied(LONGEST, true)).isEqualTo(applied);
    }

    @Test
    void severalLinesCountTogether() {
        var preference = Preference.of(List.of("handling=lenient", "respond-async", "wait=1"));

        assertThat(preference).isEqualTo(Preference.of(List.of("handling=lenient, respond-async, wait=1")));
        assertThat(preference.applied(LONGEST, true)).isEqualTo("respond-async, wait=1");
        assertThat(Preference.of(List.of()).waitAtMost(LONGEST)).isEqualTo(LONGEST);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ",",
                "await=1",
                "wait=-1",
                "wait=1e9",
                "wait=9999999",
                "x-respond-async",
                "respond-asynchronous"
            })
    void whatIsNotUnderstoodIsIgnored(String header) {
        var preference = Preference.of(List.of(header));

        assertThat(preference.waitAtMost(LONGEST)).isEqualTo(LONGEST);
        assertThat(preference.respondAsync()).isFalse();
    }

    @Test
    void respondAsyncIsNotConfirmedWhenTheVerdictWasWaitedFor() {
        assertThat(Preference.of(List.of("respond-async, wait=1")).applied(LONGEST, false))
                .isEqualTo("wait=1");
    }
}
