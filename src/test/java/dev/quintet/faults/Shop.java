package dev.quintet.faults;

import static dev.quintet.harness.Hang.PATIENCE;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The HTTP routes of a running system, as a caller meets them. */
final class Shop implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI base;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();

    Shop(String base) {
        this.base = URI.create(base);
    }

    /** An answer of any status. */
    record Answer(int status, JsonNode body, Optional<String> retryAfter) {
        /** Whether it tells how the order was judged. */
        boolean isVerdict() {
            return status == 201 || status == 429 || status == 422;
        }

        boolean isDuplicate() {
            return body.path("duplicate").asBoolean();
        }
    }

    /** Posts an order; fails with an IOException when the connection broke or nothing came back. */
    CompletableFuture<Answer> post(Posted order) {
        return send(request("/v1/orders").POST(BodyPublishers.ofString(order.json())));
    }

    /** Gives a customer an address, so that what they order can be delivered; false when it was not taken. */
    boolean introduce(String customerId) {
        return put("/v1/customers/" + customerId, """
                {"name":"A customer","email":"somebody@example.com","address":"1 Main Street","region":"north"}""").status() == 200;
    }

    Answer put(String path, String json) {
        return send(request(path).PUT(BodyPublishers.ofString(json))).join();
    }

    Answer postTo(String path, String json) {
        return send(request(path).POST(BodyPublishers.ofString(json))).join();
    }

    /** Supplies an outlet, under the same key once. */
    Answer bring(String outletId, String key, String json) {
        return send(request("/v1/outlets/" + outletId + "/stock")
                        .header("Idempotency-Key", key)
                        .POST(BodyPublishers.ofString(json)))
                .join();
    }

    Answer get(String path) {
        return send(request(path).GET()).join();
    }

    Answer delete(String path) {
        return send(request(path).DELETE()).join();
    }

    /** The lines of a stream of events, once it has ended. */
    CompletableFuture<List<String>> events(String path) {
        return client.sendAsync(request(path).GET().build(), BodyHandlers.ofLines())
                .thenApplyAsync(response -> response.body().toList());
    }

    /** What a route says that does not answer in JSON. */
    String text(String path) {
        return client.sendAsync(request(path).GET().build(), BodyHandlers.ofString())
                .thenApply(HttpResponse::body)
                .join();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path))
                .header("Content-Type", "application/json")
                .timeout(PATIENCE);
    }

    private CompletableFuture<Answer> send(HttpRequest.Builder request) {
        return client.sendAsync(request.build(), BodyHandlers.ofString()).thenApply(Shop::answer);
    }

    private static Answer answer(HttpResponse<String> response) {
        try {
            var body = response.body().isEmpty() ? JSON.createObjectNode() : JSON.readTree(response.body());
            return new Answer(response.statusCode(), body, response.headers().firstValue("Retry-After"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
