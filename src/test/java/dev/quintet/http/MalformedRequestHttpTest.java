package dev.quintet.http;

import static dev.quintet.http.Bodies.ORDER;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused before an order is one: never with a 500, always with the part that is wrong. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class MalformedRequestHttpTest {
    private static final int LIMIT = 65_536;

    private HttpUnderTest http;

    @BeforeAll
    void start() {
        http = new HttpUnderTest();
    }

    @AfterAll
    void close() {
        http.close();
    }

    static Stream<Arguments> spoiltBodies() {
        return Stream.of(
                spoilt("no JSON", "not the JSON", _ -> "{"),
                spoilt("nothing", "must be a JSON object", _ -> ""),
                spoilt("null", "must be a JSON object", _ -> "null"),
                spoilt("an array", "must be a JSON object", body -> "[" + body + "]"),
                spoilt("a second body", "not the JSON", body -> body + body),
                spoilt("a comment", "not the JSON", body -> "/* */" + body),
                spoilt(
                        "a field twice",
                        "Duplicate",
                        swap("\"orderId\":\"o-1\"", "\"orderId\":\"o-1\",\"orderId\":\"o-2\"")),
                spoilt("an unknown field", "no field total", swap("{\"orderId\"", "{\"total\":1,\"orderId\"")),
                spoilt(
                        "an unknown field in a line",
                        "no field lines[0].price",
                        swap("\"quantity\":2", "\"quantity\":2,\"price\":1")),
                spoilt(
                        "an unknown field in payment",
                        "no field payment.card",
                        swap("\"tok_ok\"", "\"tok_ok\",\"card\":1")),
                spoilt("no customer", "customerId must be a text", swap("\"customerId\":\"alice\",", "")),
                spoilt("a null customer", "customerId must be a text", swap("\"alice\"", "null")),
                spoilt("a number for a text", "customerId must be a text", swap("\"alice\"", "7")),
                spoilt("a text for a number", "lines[0].quantity must be a whole number", swap(":2", ":\"2\"")),
                spoilt("a fraction", "lines[0].quantity must be a whole number", swap(":2", ":2.0")),
                spoilt("more than an int", "lines[0].quantity must be a whole number", swap(":2", ":2147483648")),
                spoilt("an exponent", "lines[0].quantity must be a whole number", swap(":2", ":1e999999999")),
                spoilt("a thousand digits", "too long", swap(":2", ":" + "9".repeat(1_000))),
                spoilt("no lines", "lines must be an array", swap("[{\"itemId\":\"classic\",\"quantity\":2}]", "{}")),
                spoilt(
                        "a line that is none",
                        "lines[0] must be a JSON object",
                        swap("{\"itemId\":\"classic\",\"quantity\":2}", "3")),
                spoilt("no payment", "payment must be a JSON object", swap("{\"method\":\"tok_ok\"}", "\"tok_ok\"")),
                spoilt("an order id with a blank", "orderId must be 1 to 64", swap("o-1", "o 1")),
                spoilt("an empty order id", "orderId must be 1 to 64", swap("o-1", "")),
                spoilt("an order id of 65", "orderId must be 1 to 64", swap("o-1", "o".repeat(65))),
                spoilt("a customer id with a slash", "customerId must be 1 to 64", swap("alice", "a/b")),
                spoilt("a text of 9,000", "too long", swap("akaso-1", "a".repeat(9_000))),
                spoilt("a name of 200", "too long", swap("outletId", "o".repeat(200))),
                spoilt("depth 10,000", "nested too deep", _ -> "[".repeat(10_000)));
    }

    private static Arguments spoilt(String how, String said, UnaryOperator<String> spoil) {
        return Arguments.of(how, said, spoil.apply(ORDER));
    }

    private static UnaryOperator<String> swap(String part, String other) {
        assertThat(ORDER).contains(part);
        return body -> body.replace(part, other);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("spoiltBodies")
    void spoiltBodyIs400AndSaysWhere(String how, String said, String body) {
        var answer = http.post(body);

        assertThat(answer.status()).as(how).isEqualTo(400);
        assertThat(answer.text("detail")).contains(said).doesNotContain("com.fasterxml", "StreamRead");
    }

    @Test
    void bytesThatAreNoUtf8Are400() {
        var bytes = ORDER.getBytes(StandardCharsets.ISO_8859_1);
        bytes[12] = (byte) 0xff;

        var answer =
                http.send("POST", "/v1/orders", BodyPublishers.ofByteArray(bytes), "Content-Type", "application/json");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("detail")).contains("UTF-8");
    }

    @ParameterizedTest
    @ValueSource(ints = {LIMIT + 1, 200_000, 3_000_000})
    void bodyOver64KiBIs413WhetherItsLengthIsKnownOrNot(int bytes) {
        var body = ORDER.concat(" ".repeat(bytes - ORDER.length()));
        var chunked =
                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));

        assertThat(http.post(body).status()).isEqualTo(413);
        assertThat(http.send("POST", "/v1/orders", chunked, "Content-Type", "application/json")
                        .status())
                .isEqualTo(413);
        assertThat(http.put("/v1/promotions/big", body).status()).isEqualTo(413);
        assertThat(http.put("/v1/menu/big", body).status()).isEqualTo(413);
    }

    /** A client whose connection was reset while it sent would see no answer at all, now and then. */
    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/json"})
    void answerComesThroughHoweverMuchTheClientStillSends(String type) {
        var body = BodyPublishers.ofByteArray(new byte[3_000_000]);

        for (int again = 0; again < 50; again++) {
            assertThat(http.send("POST", "/v1/orders", body, "Content-Type", type)
                            .status())
                    .isEqualTo(type.equals("text/plain") ? 415 : 413);
        }
        assertThat(http.send("POST", "/v1/nowhere", body, "Content-Type", type).status())
                .isEqualTo(404);
    }

    @Test
    void bodyOfExactly64KiBIsRead() {
        assertThat(http.post(ORDER + " ".repeat(LIMIT - ORDER.length())).status())
                .isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"text/plain", "application/xml", "application/x-www-form-urlencoded", "json", "application/json5"
            })
    void otherMediaTypeIs415(String type) {
        var answer = http.send("POST", "/v1/orders", BodyPublishers.ofString(ORDER), "Content-Type", type);

        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.text("detail")).contains("application/json");
    }

    @Test
    void missingMediaTypeIs415() {
        assertThat(http.send("POST", "/v1/orders", BodyPublishers.ofString(ORDER))
                        .status())
                .isEqualTo(415);
        assertThat(http.send("PUT", "/v1/promotions/p", BodyPublishers.ofString("{}"))
                        .status())
                .isEqualTo(415);
        assertThat(http.send("PUT", "/v1/menu/p", BodyPublishers.ofString("{}")).status())
                .isEqualTo(415);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"application/json; charset=utf-8", "APPLICATION/JSON", "application/json;charset=\"utf-8\""})
    void jsonWithParametersIsJson(String type) {
        assertThat(http.send("POST", "/v1/orders", BodyPublishers.ofString(ORDER), "Content-Type", type)
                        .status())
                .isEqualTo(201);
    }

    @Test
    void keyThatIsTooLongOrEmptyIs400() {
        assertThat(http.post(ORDER, "Idempotency-Key", "k".repeat(256)).status())
                .isEqualTo(400);
        assertThat(http.post(ORDER, "Idempotency-Key", "").status()).isEqualTo(400);
        assertThat(http.post(ORDER, "Idempotency-Key", "k".repeat(255)).status())
                .isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/customers/alice/stream", "/v1/orders/o-1/stream"})
    void lastEventIdThatNoEventHadIs400AndAnEmptyOneIsNone(String stream) {
        for (var id : List.of("x", "-1", "v1", "v1.", ".1", "1.5.2", "9".repeat(30))) {
            var answer = http.send("GET", stream, BodyPublishers.noBody(), "Last-Event-ID", id);
            assertThat(answer.status()).as(id).isEqualTo(400);
            assertThat(answer.text("detail")).contains("Last-Event-ID");
        }
        for (var id : List.of("", " ", "7")) {
            // There are no views here that could answer.
            var answer = http.send("GET", stream, BodyPublishers.noBody(), "Last-Event-ID", id);
            assertThat(answer.status()).as(id).isEqualTo(503);
        }
        assertThat(http.send("GET", stream, BodyPublishers.noBody(), "Last-Event-ID", "1", "Last-Event-ID", "2")
                        .status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/no-such",
                "/web/no-such.js",
                "/web/files.txt",
                "/v1",
                "/v1/orders/o-1/no-such",
                "/v1/outlets/a",
                "/v1/orders/../../etc"
            })
    void placeWithoutARouteIs404(String path) {
        var answer = http.send("GET", path);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.text("type")).isEqualTo("/problems/not-found");
    }

    @Test
    void methodThatARouteDoesNotTakeIs405AndNamesThoseItTakes() {
        assertThat(http.send("GET", "/v1/orders").status()).isEqualTo(405);
        assertThat(http.send("GET", "/v1/orders").header("Allow")).isEqualTo("POST");
        assertThat(http.send("DELETE", "/v1/promotions/p").header("Allow")).contains("GET", "PUT");
        assertThat(http.send("GET", "/v1/menu/p").header("Allow")).isEqualTo("PUT");
        assertThat(http.send("POST", "/health/live").status()).isEqualTo(405);
        assertThat(http.send("PATCH", "/v1/orders").status()).isEqualTo(405);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /%zz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
                "GET /v1/promotions/%2e%2e%2fx HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
                "GET /v1/promotions/a%2fb HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
                "GET /v1/promotions/%ff%fe HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
                "GET / HTTP/1.1\r\nConnection: close\r\n\r\n",
                "GET / HTTP/9.9\r\nHost: a\r\n\r\n",
                "garbage\r\n\r\n",
                "POST /v1/orders HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nx",
                "POST /v1/orders HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 9\r\nConnection: close\r\n\r\n{",
                "POST /v1/orders HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: x\r\n\r\n{"
            })
    void brokenHttpIsRefusedWithoutAPageOrATrace(String request) {
        var answer = http.raw(request);

        assertThat(answer).matches("(?s)HTTP/1.1 (4\\d\\d|505) .*");
        assertThat(answer).doesNotContainIgnoringCase("<html", "jetty", "exception", "\tat ");
    }

    @Test
    void headersOfAMegabyteAreRefused() {
        assertThat(http.raw("GET / HTTP/1.1\r\nHost: a\r\nX: " + "x".repeat(100_000) + "\r\n\r\n"))
                .startsWith("HTTP/1.1 431 ")
                .doesNotContainIgnoringCase("<html", "jetty");
    }
}
