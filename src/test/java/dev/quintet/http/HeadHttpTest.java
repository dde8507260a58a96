package dev.quintet.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.http.CheckedHttp.Answer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** HEAD says what GET says, and why else would a load balancer ask. */
final class HeadHttpTest {
    private final HttpUnderTest http = new HttpUnderTest();

    @AfterEach
    void close() {
        http.close();
    }

    @Test
    void podThatIsNotReadyIsNotReadyForHeadEither() {
        http.probesAreTold(new Readiness(false, false, Map.of("orders", "ERROR")));

        assertThat(http.send("HEAD", "/health/ready").status()).isEqualTo(503);
        assertThat(http.send("HEAD", "/health/live").status()).isEqualTo(503);
    }

    @Test
    void everyRouteThatIsReadAnswersHeadAsItAnswersGet() {
        http.put("/v1/promotions/burger-day", Bodies.PROMOTION);
        var paths = HttpUnderTest.OPEN_API.operations().stream()
                .filter(operation -> operation.startsWith("GET "))
                .map(operation -> operation.substring(4))
                // Asks a broker that is not there, for seconds.
                .filter(path -> !path.equals("/v1/consumer-groups"))
                .toList();
        assertThat(paths).contains("/", "/health/live", "/v1/orders/{orderId}/stream");

        for (var path : paths) {
            for (var id : List.of("burger-day", "no-such", "a%20b")) {
                var filled = path.replace("{file}", "shop.js").replaceFirst("\\{[a-zA-Z]+}", id);
                var get = http.send("GET", filled);
                var head = http.send("HEAD", filled);
                assertThat(head.status()).as(filled).isEqualTo(get.status());
                assertThat(headers(head)).as(filled).isEqualTo(headers(get));
                assertThat(head.json().isMissingNode()).as(filled).isTrue();
            }
        }
    }

    @Test
    void headHasNoBody() {
        var answer = http.raw("HEAD /no-such HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 404 ").endsWith("\r\n\r\n");
    }

    @Test
    void whatIsNotReadHasNoHead() {
        assertThat(http.send("HEAD", "/v1/orders").status()).isEqualTo(405);
        assertThat(http.send("HEAD", "/v1/menu/classic").header("Allow")).isEqualTo("PUT");
    }

    private static Map<String, List<String>> headers(Answer answer) {
        var headers = new TreeMap<>(answer.headers().map());
        headers.remove("date");
        return headers;
    }
}
