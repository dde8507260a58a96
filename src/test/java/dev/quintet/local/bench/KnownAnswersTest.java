package dev.quintet.local.bench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Locale;
import org.junit.jupiter.api.Test;

final class KnownAnswersTest {
    private final KnownAnswers known = new KnownAnswers();

    @Test
    void anOrderAsTheLogHasItIsKnown() throws IOException {
        // when
        known.add("o-1", 9, seen("o-1", 9, "COMPLETED"));

        // then
        assertThat(known.violation()).isNull();
        assertThat(known.all()).singleElement().satisfies(answer -> {
            assertThat(new String(answer.request, UTF_8)).startsWith("GET /v1/orders/o-1 HTTP/1.1\r\n");
            assertThat(new String(answer.body, UTF_8)).contains("\"version\":9");
        });
    }

    @Test
    void anotherOrderIsTold() throws IOException {
        // when
        known.add("o-1", 9, seen("o-2", 9, "COMPLETED"));

        // then
        assertThat(known.violation()).contains("o-1 was asked for, and o-2 answered");
        assertThat(known.all()).isEmpty();
    }

    @Test
    void anotherVersionIsTold() throws IOException {
        // when
        known.add("o-1", 9, seen("o-1", 8, "COMPLETED"));

        // then
        assertThat(known.violation()).contains("with version 9").contains("version 8 was answered");
    }

    @Test
    void anOrderThatHasNotEndedIsTold() throws IOException {
        // when
        known.add("o-1", 9, seen("o-1", 9, "CONFIRMED"));

        // then
        assertThat(known.violation()).contains("CONFIRMED");
    }

    @Test
    void anOrderThatNeverGetsThereIsTold() {
        // when
        known.add("o-1", 9, null);

        // then
        assertThat(known.violation()).contains("order o-1 does not get to version 9");
    }

    private static OrderReader.Seen seen(String orderId, long version, String status) throws IOException {
        var json = String.format(
                Locale.ROOT, "{\"orderId\":\"%s\",\"status\":\"%s\",\"version\":%d}", orderId, status, version);
        return OrderReader.seen(json.getBytes(UTF_8), 1_000);
    }
}
