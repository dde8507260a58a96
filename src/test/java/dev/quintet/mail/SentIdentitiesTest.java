package dev.quintet.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is known of sent messages, and what that takes. */
final class SentIdentitiesTest {
    private static final Instant MONDAY = Instant.parse("2026-11-23T10:00:00Z");
    private static final int MANY = 200_000;

    private final SentIdentities identities = new SentIdentities();

    @Test
    void everyMessageThatWasSentIsKnownAndNoOther() {
        add(MANY, MONDAY);

        assertThat(IntStream.range(0, MANY).allMatch(number -> identities.contains(identity(number))))
                .isTrue();
        assertThat(IntStream.range(MANY, 2 * MANY).noneMatch(number -> identities.contains(identity(number))))
                .isTrue();
    }

    @Test
    void aMessageTakesAtMost24Bytes() {
        add(MANY, MONDAY);
        add(MANY, MONDAY.plus(Duration.ofMinutes(1)));

        assertThat(identities.bytes()).isLessThanOrEqualTo(24L * MANY);
    }

    @Test
    void dayIsForgottenOnceItIsOverForLongEnough() {
        identities.add("on monday", MONDAY);
        identities.add("on tuesday", MONDAY.plus(Duration.ofDays(1)));

        identities.forgetBefore(Instant.parse("2026-11-23T23:59:59Z"));
        assertThat(identities.contains("on monday")).isTrue();

        identities.forgetBefore(Instant.parse("2026-11-24T00:00:00Z"));
        assertThat(identities.contains("on monday")).isFalse();
        assertThat(identities.contains("on tuesday")).isTrue();
    }

    private void add(int messages, Instant at) {
        IntStream.range(0, messages).forEach(number -> identities.add(identity(number), at));
    }

    private static String identity(int number) {
        return "alice/<o-" + number + ".confirmed.email@quintet>";
    }
}
