package dev.quintet.local.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/** Streams of events that are kept open, each on a connection and a virtual thread of its own. */
final class OpenStreams implements AutoCloseable {
    private static final ObjectMapper JSON = JsonMapper.builder().build();
    private static final int OK = 200;
    private static final int UNKNOWN = 404;
    private static final int NOT_SERVED = 503;
    private static final Duration LOOK_EVERY = Duration.ofMillis(50);
    private static final Duration OPENING = Duration.ofSeconds(60);
    private static final Duration QUIET = Duration.ofSeconds(2);

    private final int port;
    private final ArrivalProof proof;
    private final Map<String, Long> openedMillis = new ConcurrentHashMap<>();
    private final Map<String, SocketChannel> channels = new ConcurrentHashMap<>();
    private volatile boolean closed;

    OpenStreams(int port, ArrivalProof proof) {
        this.port = port;
        this.proof = proof;
    }

    static String ofOrder(String orderId) {
        return "/v1/orders/" + orderId + "/stream";
    }

    static String ofCustomer(String customerId) {
        return "/v1/customers/" + customerId + "/stream";
    }

    /** Opens a stream of the facts of an order, which may have been placed only just now. */
    void openOrder(String orderId) {
        var path = ofOrder(orderId);
        open(path, (id, _, at) -> proof.arrived(path, orderId, Long.parseLong(id), at));
    }

    /** Opens a stream of what changes in the list of a customer. */
    void openCustomer(String customerId) {
        var path = ofCustomer(customerId);
        open(path, (_, data, at) -> {
            var order = JSON.readTree(data);
            proof.arrived(
                    path, order.path("orderId").asText(), order.path("version").asLong(), at);
        });
    }

    /** When a stream was open, in epoch milliseconds. */
    long openedMillis(String path) {
        return openedMillis.getOrDefault(path, Long.MAX_VALUE);
    }

    /** @throws IllegalStateException when there are not so many streams in time */
    void awaitOpen(int count) {
        long deadline = System.nanoTime() + OPENING.toNanos();
        while (openedMillis.size() < count) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(
                        "Only " + openedMillis.size() + " of " + count + " streams are open: " + proof.violation());
            }
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
        }
    }

    /** Waits until nothing comes any more: that something comes twice shows late. */
    void awaitQuiet() {
        long before = -1;
        while (before != proof.arrived()) {
            before = proof.arrived();
            LockSupport.parkNanos(QUIET.toNanos());
        }
    }

    @FunctionalInterface
    private interface Arrival {
        void take(String id, String data, long atMillis) throws IOException;
    }

    private void open(String path, Arrival arrival) {
        Thread.ofVirtual().start(() -> {
            try {
                while (!follow(path, arrival)) {
                    // Asked for too early.
                }
            } catch (IOException | RuntimeException e) {
                if (!closed) {
                    proof.fail(path + " broke off: " + e);
                }
            }
        });
    }

    /** False when there is no such order yet, or nobody has it for the moment. */
    private boolean follow(String path, Arrival arrival) throws IOException {
        try (var channel = KeepAlive.connect(port)) {
            channels.put(path, channel);
            KeepAlive.send(channel, KeepAlive.request(path));
            var at = new long[1];
            var parser = new EventParser((id, data) -> arrival.take(id, data, at[0]));
            var buffer = ByteBuffer.allocate(4 << 10);
            while (!parser.isOver()) {
                if (channel.read(buffer) < 0) {
                    throw new IOException("the connection ended");
                }
                at[0] = System.currentTimeMillis();
                parser.take(buffer.flip());
                buffer.clear();
                if (parser.isOpen() && (parser.status() == UNKNOWN || parser.status() == NOT_SERVED)) {
                    return false;
                }
                if (parser.isOpen() && parser.status() != OK) {
                    throw new IOException("answered with " + parser.status());
                }
                if (parser.isOpen()) {
                    openedMillis.putIfAbsent(path, at[0]);
                }
            }
            return true;
        }
    }

    @Override
    public void close() {
        closed = true;
        for (var channel : channels.values()) {
            try {
                channel.close();
            } catch (IOException _) {
                // Nothing is read from it any more.
            }
        }
    }
}
