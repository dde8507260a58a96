package dev.quintet.http;

import static dev.quintet.harness.Hang.PATIENCE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.function.IntSupplier;

/** A client that holds every JSON answer against openapi.yaml. */
class CheckedHttp implements AutoCloseable {
    static final OpenApiDocument OPEN_API = OpenApiDocument.load();

    private static final JsonMapper JSON = new JsonMapper();

    private final IntSupplier port;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** A client of the server on a port of this machine. */
    CheckedHttp(IntSupplier port) {
        this.port = port;
    }

    /** What came back; the JSON is missing when there was none. */
    record Answer(int status, HttpHeaders headers, JsonNode json) {
        String header(String name) {
            return headers.firstValue(name).orElse("");
        }

        String text(String field) {
            return json.path(field).asText();
        }
    }

    URI at(String path) {
        return URI.create("http://127.0.0.1:" + port.getAsInt() + path);
    }

    /** POST /v1/orders with further headers, name after name and value after value. */
    Answer post(String body, String... headers) {
        return send("POST", "/v1/orders", json(body, headers));
    }

    Answer postTo(String path, String body, String... headers) {
        return send("POST", path, json(body, headers));
    }

    Answer put(String path, String body) {
        return send("PUT", path, json(body));
    }

    Answer send(String method, String path) {
        return send(method, path, HttpRequest.newBuilder().method(method, BodyPublishers.noBody()));
    }

    Answer send(String method, String path, BodyPublisher body, String... headers) {
        var request = HttpRequest.newBuilder().method(method, body);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(method, path, request);
    }

    /** Bytes as they are, and all that comes back until the server closes. */
    String raw(String request) {
        try (var socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), port.getAsInt())) {
            socket.setSoTimeout((int) PATIENCE.toMillis());
            socket.getOutputStream().write(request.getBytes(UTF_8));
            socket.getOutputStream().flush();
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static HttpRequest.Builder json(String body, String... headers) {
        var request = HttpRequest.newBuilder()
                .header("Content-Type", "application/json")
                .method("PUT", BodyPublishers.ofString(body));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return request;
    }

    private Answer send(String method, String path, HttpRequest.Builder request) {
        var built = request.uri(at(path)).timeout(PATIENCE).build();
        try {
            var response = client.send(
                    HttpRequest.newBuilder(built, (_, _) -> true)
                            .method(method, built.bodyPublisher().orElse(BodyPublishers.noBody()))
                            .build(),
                    BodyHandlers.ofByteArray());
            var type = response.headers().firstValue("Content-Type").orElse("");
            var json = type.contains("json") && response.body().length > 0
                    ? JSON.readTree(response.body())
                    : MissingNode.getInstance();
            var answer = new Answer(response.statusCode(), response.headers(), json);
            check(method, path, type, answer);
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private void check(String method, String path, String type, Answer answer) {
        assertThat(answer.header("X-Content-Type-Options"))
                .as("on every answer")
                .isEqualTo("nosniff");
        assertThat(answer.header("Server"))
                .as("the server's version is nobody's business")
                .isEmpty();
        var operation = method + " " + template(path);
        if (OPEN_API.operations().contains(operation)) {
            if (!answer.json().isMissingNode()) {
                OPEN_API.check(operation, answer.status(), type, answer.json());
            }
        } else {
            assertThat(type).isEqualTo(method.equals("HEAD") ? type : "application/problem+json");
        }
    }

    private static String template(String pathAndQuery) {
        var path = pathAndQuery.split("\\?", 2)[0];
        return path.replaceFirst("^/web/[^/]+$", "/web/{file}")
                .replaceFirst("^/v1/orders/[^/]+$", "/v1/orders/{orderId}")
                .replaceFirst("^/v1/orders/[^/]+/(events|messages|operator|stream)$", "/v1/orders/{orderId}/$1")
                .replaceFirst("^/v1/promotions/[^/]+/(items|sales)$", "/v1/promotions/{promotionId}/$1")
                .replaceFirst("^/v1/customers/[^/]+/(orders|allowance|stream)$", "/v1/customers/{customerId}/$1")
                .replaceFirst("^/v1/promotions/[^/]+$", "/v1/promotions/{promotionId}")
                .replaceFirst("^/v1/menu/[^/]+$", "/v1/menu/{itemId}")
                .replaceFirst("^/v1/customers/[^/]+$", "/v1/customers/{customerId}")
                .replaceFirst("^/v1/outlets/[^/]+/stock$", "/v1/outlets/{outletId}/stock");
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
