package dev.quintet.local.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Asks the views for orders and reads what they say. For one thread. */
final class OrderReader implements AutoCloseable {
    private static final ObjectMapper JSON = JsonMapper.builder().build();
    private static final int OK = 200;
    private static final int TOO_EARLY = 425;
    private static final int NOT_SERVED = 503;

    private final KeepAlive connection;

    /**
     * An order as it was answered.
     *
     * @param atMillis when the answer was there, in epoch milliseconds
     * @param body as it came
     */
    record Seen(String orderId, long version, String status, long atMillis, String body) {
        boolean isCompleted() {
            return status.equals("COMPLETED");
        }
    }

    OrderReader(int port) throws IOException {
        connection = KeepAlive.open(port);
    }

    static String path(String orderId) {
        return "/v1/orders/" + orderId;
    }

    /**
     * An order once it is at a version.
     *
     * @return null when it is not within the time
     * @throws IOException when the answer is neither the order nor that it is not there yet
     */
    @Nullable
    Seen await(String orderId, long version, Duration patience) throws IOException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < deadline) {
            var answer = connection.get(path(orderId) + "?after=" + version);
            long at = System.currentTimeMillis();
            if (answer.status() == OK) {
                return seen(answer.body(), at);
            }
            if (answer.status() != TOO_EARLY && answer.status() != NOT_SERVED) {
                throw new IOException("Order " + orderId + " was answered with " + answer.status());
            }
        }
        return null;
    }

    static Seen seen(byte[] body, long atMillis) throws IOException {
        JsonNode order = JSON.readTree(body);
        return new Seen(
                order.path("orderId").asText(),
                order.path("version").asLong(),
                order.path("status").asText(),
                atMillis,
                new String(body, UTF_8));
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }
}
