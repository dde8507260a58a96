package dev.quintet.local.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Follows orders as a client of HTTP does that waits for whatever comes next: it asks for the version after the last one it
 * saw, which is answered as soon as the view has it.
 */
final class VisibleWatch implements AutoCloseable {
    /** The name of what arrives. */
    static final String LINE = "answers";

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final int port;
    private final ArrivalProof proof;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    VisibleWatch(int port, ArrivalProof proof) {
        this.port = port;
        this.proof = proof;
    }

    /** Begins to follow an order, which need not be placed yet, to its end. */
    void follow(String orderId) {
        threads.execute(() -> {
            try (var reader = new OrderReader(port)) {
                follow(reader, orderId);
            } catch (IOException e) {
                proof.fail("order " + orderId + " could not be asked for: " + e.getMessage());
            }
        });
    }

    private void follow(OrderReader reader, String orderId) throws IOException {
        long version = 0;
        while (true) {
            var seen = reader.await(orderId, version + 1, PATIENCE);
            if (seen == null || seen.version() <= version || !seen.orderId().equals(orderId)) {
                proof.fail("order " + orderId + " was asked for from version " + (version + 1)
                        + ", and this was answered: " + seen);
                return;
            }
            while (version < seen.version()) {
                version++;
                proof.arrived(LINE, orderId, version, seen.atMillis());
            }
            if (seen.isCompleted()) {
                return;
            }
        }
    }

    /** Waits until each order has come to its end, or too long. */
    @Override
    public void close() {
        threads.close();
    }
}
