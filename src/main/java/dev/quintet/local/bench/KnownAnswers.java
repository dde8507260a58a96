package dev.quintet.local.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What must be answered about orders that nothing happens to any more. Each was asked for once and held against the log;
 * from then on every answer must be the same byte for byte, which is cheap to see.
 */
final class KnownAnswers {
    /** The views may have to read the whole log first. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final List<Known> answers = new ArrayList<>();
    private @Nullable String violation;

    /** A request and the body of its answer. */
    static final class Known {
        final byte[] request;
        final byte[] body;

        private Known(OrderReader.Seen seen) {
            request = KeepAlive.request(OrderReader.path(seen.orderId()));
            body = seen.body().getBytes(UTF_8);
        }
    }

    /** @param versions the version of the last fact of each order, from the log */
    static KnownAnswers learn(int port, Map<String, Long> versions) throws IOException {
        var known = new KnownAnswers();
        try (var reader = new OrderReader(port)) {
            for (var order : versions.entrySet()) {
                known.add(order.getKey(), order.getValue(), reader.await(order.getKey(), order.getValue(), PATIENCE));
            }
        }
        return known;
    }

    /** Takes what was answered about an order; null when it did not get as far as the log. */
    void add(String orderId, long version, OrderReader.@Nullable Seen seen) {
        if (seen == null) {
            fail("order " + orderId + " does not get to version " + version);
        } else if (!seen.orderId().equals(orderId)) {
            fail("order " + orderId + " was asked for, and " + seen.orderId() + " answered");
        } else if (seen.version() != version || !seen.isCompleted()) {
            fail("order " + orderId + " is completed with version " + version + ", and " + seen.status()
                    + " with version " + seen.version() + " was answered");
        } else {
            answers.add(new Known(seen));
        }
    }

    List<Known> all() {
        return answers;
    }

    /** The first answer that is not what the log says; null when there is none. */
    @Nullable
    String violation() {
        return violation;
    }

    private void fail(String what) {
        if (violation == null) {
            violation = what;
        }
    }
}
