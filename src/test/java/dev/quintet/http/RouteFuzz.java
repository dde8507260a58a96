package dev.quintet.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.harness.Hang;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Every route with odd values in every part of its path, query and headers, one part at a time. Each request is answered, and
 * none is a fault of ours.
 */
final class RouteFuzz {
    /** As they stand in a query; a header gets those that a line can hold. */
    private static final List<String> VALUES = List.of(
            "",
            " ",
            ".",
            "..",
            "0",
            "-1",
            "1e9",
            "NaN",
            "null",
            "true",
            "99999999999",
            "9223372036854775807",
            "9223372036854775808",
            "-9223372036854775808",
            "٣",
            "a/b",
            "a\u0000b",
            "a\r\nX: y",
            "é𝒳\ufeff",
            "%",
            "*",
            "\"",
            "a,b;c=d",
            "x".repeat(65),
            "x".repeat(4_000),
            "2026-11-21",
            "2026-11-21T10:00:00Z",
            "2026-11-21T10:00:00.123456789+14:00",
            "0000-12-31T23:59:59Z",
            "0001-01-01T00:00:00Z",
            "9999-12-31T23:59:59.999Z",
            "-1000-01-01T00:00:00Z",
            "+10000-01-01T00:00:00Z",
            "+300000000-01-01T00:00:00Z",
            "-300000000-01-01T00:00:00Z",
            "+1000000000-12-31T23:59:59.999999999Z",
            "-1000000000-01-01T00:00:00Z",
            "v1",
            "v1.0",
            "v1.999999999999999999",
            "MDAwMDAwMDAwMDAwMDAwMDAwMC9vLTE",
            "Li4vLi4vLi4");

    /** Those that mean something to us, to the server below, or to proxies. */
    static final List<String> HEADERS = List.of(
            "Last-Event-ID",
            "Idempotency-Key",
            "Prefer",
            "Quintet-Operator",
            "Quintet-Forwarded",
            "Accept",
            "Accept-Encoding",
            "Content-Type",
            "Range",
            "If-None-Match",
            "If-Modified-Since",
            "Expect",
            "Host");

    private static final Map<String, String> IDS =
            Map.of("promotionId", "burger-day", "customerId", "alice", "outletId", "akaso-1", "itemId", "classic");

    private final int port;
    private final List<String> always;
    private final Map<Integer, Integer> answers = new TreeMap<>();

    /** @param always headers that every route is sent, whether it is told of them or not */
    RouteFuzz(int port, List<String> always) {
        this.port = port;
        this.always = always;
    }

    /** Sends all requests; gives how often each status was answered. */
    Map<Integer, Integer> run(Predicate<String> operations) {
        for (var operation : CheckedHttp.OPEN_API.operations()) {
            if (operations.test(operation)) {
                fuzz(
                        operation.split(" ", 2)[0],
                        operation.split(" ", 2)[1],
                        CheckedHttp.OPEN_API.parameters(operation));
            }
        }
        return answers;
    }

    private void fuzz(String method, String path, List<Parameter> parameters) {
        for (var value : VALUES) {
            for (var parameter : parameters) {
                switch (parameter.getIn()) {
                    case "path" -> send(method, filled(path, parameter.getName(), value), "", Map.of());
                    case "query" ->
                        send(method, filled(path, "", ""), "?" + parameter.getName() + "=" + encoded(value), Map.of());
                    default -> header(method, path, parameter.getName(), value);
                }
            }
            always.forEach(name -> header(method, path, name, value));
            if (path.endsWith("/sales") || path.endsWith("/items")) {
                VALUES.stream()
                        .filter(to -> isInstant(value) && isInstant(to))
                        .forEach(to -> send(
                                method,
                                filled(path, "", ""),
                                "?from=" + encoded(value) + "&to=" + encoded(to),
                                Map.of()));
            }
        }
    }

    private static boolean isInstant(String value) {
        return value.contains("T") && value.contains(":");
    }

    private void header(String method, String path, String name, String value) {
        if (value.chars().noneMatch(c -> c == '\r' || c == '\n')) {
            send(method, filled(path, "", ""), "", Map.of(name, value));
        }
    }

    private static String filled(String path, String name, String value) {
        var filled = path.replace("{" + name + "}", encoded(value));
        for (var id : IDS.entrySet()) {
            filled = filled.replace("{" + id.getKey() + "}", id.getValue());
        }
        return filled.replace("{orderId}", "fuzzed").replace("{file}", "shop.js");
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, UTF_8).replace("+", "%20");
    }

    private void send(String method, String path, String query, Map<String, String> odd) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("Host", "a");
        headers.put("Connection", "close");
        if (!method.equals("GET")) {
            headers.put("Content-Type", "application/json");
            headers.put("Content-Length", "2");
        }
        headers.putAll(odd);
        var request = new StringBuilder(method + " " + path + query + " HTTP/1.1\r\n");
        headers.forEach(
                (name, value) -> request.append(name).append(": ").append(value).append("\r\n"));
        request.append("\r\n").append(method.equals("GET") ? "" : "{}");
        int status = status(request.toString());
        assertThat(status)
                .as(request.toString())
                .matches(code -> (code >= 200 && code < 500) || code == 503 || code == 505);
        answers.merge(status, 1, Integer::sum);
    }

    /** Only the first line is read: a stream does not end. A connection that is reset has none. */
    private int status(String request) {
        try (var socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), port)) {
            socket.setSoTimeout((int) Hang.PATIENCE.toMillis());
            socket.getOutputStream().write(request.getBytes(UTF_8));
            socket.getOutputStream().flush();
            var first = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8)).readLine();
            assertThat(first).as(request).startsWith("HTTP/1.1 ");
            return Integer.parseInt(first.substring(9, 12));
        } catch (IOException e) {
            throw new UncheckedIOException(request, e);
        }
    }
}
